// G5: the drawing of the house is what the code is.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drawing, DRAWING, START_OF_TESTS } from './architecture/drawing';
import { House, placeOf } from './architecture/rooms';

const root = path.resolve(__dirname, '../../..');
const ANEW = 'npx tsx test/unit/papers/architecture/main.ts';

/** Figures in words and the lengths of bars; all else is arrows, walls and rooms. */
const FIGURE = /(?<=>|[ ·])\d+(?:\.\d+)?k?(?= files| ·| lines|<)|(?<=class="bar"[^>]* width=")\d+/g;
const valueOf = (figure: string): number =>
  Number(figure.replace('k', '')) * (figure.endsWith('k') ? 1000 : 1);

/** More than a tenth, and more than a handful. */
const isFar = (was: number, is: number): boolean => Math.abs(was - is) > Math.max(is / 10, 5);

/** Arrows of the tests by their names, with how many imports each is. */
const arrowsIn = (text: string): Map<string, number> =>
  new Map(
    [...text.matchAll(/<g class="arrow" id="([^"]+)">.*?>(\d+)<\/text><\/g>/g)].map(
      ([, id = '', count]): [string, number] => [id, Number(count)],
    ),
  );
/** Tests may use each other's helpers, and the program's: there only an arrow of more than a handful must be drawn. */
const withoutArrows = (text: string): string => text.replace(/<g class="arrow".*?<\/g>|<path[^>]*\/>/g, '');

/** What of two drawings differs: in rooms and walls, in the arrows of what is shipped, or in a figure that is far off. */
function differences(drawn: string, now: string): string[] {
  const [[house = '', tests = ''], [houseNow = '', testsNow = '']] = [drawn, now].map((text) =>
    text.split(START_OF_TESTS),
  ) as [string[], string[]];
  const shape = (text: string): string => text.replace(FIGURE, '#').replaceAll('\n', '');
  if (shape(house) !== shape(houseNow)) return ['rooms or arrows'];
  const [bare, bareNow] = [withoutArrows(tests), withoutArrows(testsNow)];
  if (shape(bare) !== shape(bareNow)) return ['rooms of the tests'];
  const figures = (houseNow + bareNow).match(FIGURE) ?? [];
  const [arrows, arrowsNow] = [arrowsIn(tests), arrowsIn(testsNow)];
  return [
    ...((house + bare).match(FIGURE) ?? []).flatMap((figure, at) =>
      isFar(valueOf(figure), valueOf(figures[at] ?? 'NaN')) ? [`${figure} is ${figures[at]}`] : [],
    ),
    ...[...new Set([...arrows.keys(), ...arrowsNow.keys()])].filter((id) =>
      isFar(arrows.get(id) ?? 0, arrowsNow.get(id) ?? 0),
    ),
  ];
}

test(`G5 docs/architecture.svg shows the rooms and arrows of the code, and figures that are no more than a tenth off (${ANEW})`, () => {
  const drawn = readFileSync(path.join(root, DRAWING), 'utf8');
  const now = drawing(root);
  expect(now.match(FIGURE)?.length).toBeGreaterThan(100);
  expect(differences(drawn, now)).toEqual([]);
}, 60_000);

test('G5 a new arrow, a lost one and a figure that grew are seen; a small change is not', () => {
  const drawn = readFileSync(path.join(root, DRAWING), 'utf8');
  expect(differences(drawn, drawn.replace(/<circle[^>]*>/, ''))).toEqual(['rooms or arrows']);
  expect(differences(drawn, drawn.replace('>test/, typings/<', '>tests<'))).toEqual(['rooms of the tests']);
  const arrow = (id: string): string => drawn.replace(new RegExp(`<g class="arrow" id="${id}".*?</g>`), '');
  expect(differences(drawn, arrow('unit-miniprogram'))).toEqual(['unit-miniprogram']);
  expect(differences(drawn, arrow('backend-preview'))).toEqual([]);
  const [lines = ''] = />(\d+\.\dk)</.exec(drawn) ?? [];
  const times = (by: number): string => `>${(Number.parseFloat(lines.slice(1)) * by).toFixed(1)}k<`;
  expect(differences(drawn, drawn.replace(lines, times(1.5)))).toHaveLength(1);
  expect(differences(drawn, drawn.replace(lines, times(1.02)))).toEqual([]);
});

test('G5 an import upwards, or from one package into another, is no arrow but an error; types and late ones are free', () => {
  const lines = 1;
  const house = new House([
    {
      file: 'miniprogram/stores/a.ts',
      lines,
      imports: [
        { to: 'miniprogram/compose/b.ts', kind: 'value' },
        { to: 'miniprogram/api/c.ts', kind: 'value' },
        { to: 'miniprogram/compose/b.ts', kind: 'type' },
      ],
    },
    {
      file: 'miniprogram/packages/staff/task/task.ts',
      lines,
      imports: [{ to: 'miniprogram/packages/member/entry.ts', kind: 'value' }],
    },
    {
      file: 'miniprogram/pages/p/p.ts',
      lines,
      imports: [{ to: 'miniprogram/packages/staff/entry.ts', kind: 'late' }],
    },
  ]);
  expect(house.wrong).toEqual([
    'miniprogram/stores/a.ts imports miniprogram/compose/b.ts',
    'miniprogram/packages/staff/task/task.ts imports miniprogram/packages/member/entry.ts',
  ]);
  expect(house.arrow('stores', 'api')).toBe(1);
  expect(house.fetched('staff')).toBe(1);
  expect(() => placeOf('miniprogram/packages/new/a.ts')).toThrow(/no column for packages\/new/);
});
