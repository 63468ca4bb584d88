// docs/architecture.svg: the house as it is, drawn from its files and imports.
import { drawHouse } from './house';
import { House } from './rooms';
import { sourcesOf } from './sources';
import { drawTests, TESTS_BOTTOM } from './tests';
import { picture, text } from './svg';

/** Where the drawing lies, from the repository's root. */
export const DRAWING = 'docs/architecture.svg';

/** Above it every arrow counts. */
export const START_OF_TESTS = '<!-- tests -->';
const WIDTH = 1340;
const FOOT =
  'Drawn from the files and their imports by test/unit/papers/architecture; a test holds the arrows of miniprogram/ exactly, and all figures within a tenth.';

/** @param root of the repository. Throws when an import goes a way that the house does not have. */
export function drawing(root: string): string {
  const house = new House(sourcesOf(root, ['miniprogram', 'typings', 'test']));
  if (house.wrong.length > 0) throw new Error(`no arrow may go this way:\n${house.wrong.join('\n')}`);
  return picture(
    WIDTH,
    TESTS_BOTTOM + 56,
    'The rooms of the project, what is in them, and who imports whom',
    [
      text('title', 24, 40, 'How the house is built'),
      ...drawHouse(house),
      START_OF_TESTS,
      ...drawTests(house),
      text('quiet', 24, TESTS_BOTTOM + 32, FOOT),
    ],
  );
}
