/** Every emitted script runs in the bare engine, its requires resolved by WeChat's rules. */
import { Sandbox } from '../../sandbox/sandbox';
import type { Check, Finding } from '../check';
import { filesBelow } from '../files';

export const load: Check = {
  title: "every script loads by WeChat's module rules",
  run({ compiled, layout }) {
    if (compiled === undefined) throw new Error('nothing was compiled');
    return loadAll(compiled.folder, layout.subpackages);
  },
};

/**
 * Loads `app.js` and then every other script of a compiled mini program.
 * @returns what each failing file threw, and pages that register nothing
 */
export function loadAll(folder: string, subpackages: readonly string[]): Finding[] {
  const sandbox = new Sandbox({ root: folder, subpackages });
  const scripts = filesBelow(folder, '.js').sort((a, b) => Number(b === 'app.js') - Number(a === 'app.js'));
  return scripts.flatMap((path) => {
    try {
      sandbox.load(path);
      return [];
    } catch (error) {
      return [{ at: `miniprogram/${path}`, message: words(error) }];
    }
  });
}

/** An error of the sandbox's own realm is no `instanceof Error` here. */
function words(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
