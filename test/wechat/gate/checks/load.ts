/** Every emitted script runs in the bare engine, its requires resolved by WeChat's rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequireError, resolveModule } from '../../sandbox/resolve';
import { Sandbox } from '../../sandbox/sandbox';
import { emittedOf, type Check } from '../check';
import { describe, type Finding } from '../finding';
import { filesBelow } from '../files';
import { moduleReferences } from './module-references';

export const load: Check = {
  title: "every script loads by WeChat's module rules",
  reads: 'emitted',
  run(work) {
    const { folder } = emittedOf(work);
    const { subpackages } = work.layout;
    const found = [...loadAll(folder, subpackages), ...unresolved(folder, subpackages)];
    return [...new Map(found.map((finding) => [describe(finding), finding])).values()];
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

/** Modules that a function asks for later, `require.async` included, resolved without waiting for the call. */
export function unresolved(folder: string, subpackages: readonly string[]): Finding[] {
  const layout = { root: folder, subpackages };
  return filesBelow(folder, '.js').flatMap((path) =>
    moduleReferences(path, readFileSync(join(folder, path), 'utf8')).flatMap(({ spec, way }) => {
      try {
        resolveModule(layout, path, spec, way === 'async');
        return [];
      } catch (error) {
        if (error instanceof RequireError) return [{ at: `miniprogram/${path}`, message: error.message }];
        throw error;
      }
    }),
  );
}

/** An error of the sandbox's own realm is no `instanceof Error` here. */
function words(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
