/** Every emitted script is ES2017: what is newer stops the whole file from loading on an older phone, its page with it. */
import { parse } from 'acorn';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emittedOf, type Check } from '../check';
import { lineAt, type Finding } from '../finding';
import { filesBelow } from '../files';

/** Characters that are shown on either side of the place: a minified file is one line. */
const AROUND = 25;

export const engine: Check = {
  title: 'every emitted script is ES2017, its regular expressions too',
  reads: 'emitted',
  run: (work) => {
    const { folder } = emittedOf(work);
    return filesBelow(folder, '.js').flatMap((path) => newer(path, readFileSync(join(folder, path), 'utf8')));
  },
};

/** The first thing in a script that ES2017 does not know. */
export function newer(path: string, text: string): Finding[] {
  try {
    // WeChat puts each file into a function, so that `return` is allowed.
    parse(text, { ecmaVersion: 2017, allowReturnOutsideFunction: true });
    return [];
  } catch (error) {
    if (!(error instanceof SyntaxError && 'pos' in error && typeof error.pos === 'number')) throw error;
    const shown = JSON.stringify(text.slice(Math.max(0, error.pos - AROUND), error.pos + AROUND));
    return [
      { at: `miniprogram/${path}:${lineAt(text, error.pos)}`, message: `${error.message} near ${shown}` },
    ];
  }
}
