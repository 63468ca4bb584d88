/** Short paths for the modules of the program: `require("../../../../format/time")` stands in 450 files, a thousand times and more. */
import { posix } from 'node:path';
import type { Script } from './names';

/** Where a module lies in the copy, by where it lies in the sources; both below `miniprogram/`, with `.js`. */
export type Places = ReadonlyMap<string, string>;

/** In each package's own root, so that it stays in its package. */
const FOLDER = 'm';

const REQUIRE = /(\brequire(?:\.async)?\()(["'])(\.[^"']*)\2/g;

/**
 * One short path for each module. Pages, components, the app and what is asked for by `require.async` stay: WeChat finds them
 * by their paths.
 * @param stays whether a script is one of these
 * @param packageOf root of the package that a path lies in, `''` for main
 */
export function shortPlaces(
  scripts: readonly Script[],
  stays: (path: string) => boolean,
  packageOf: (path: string) => string,
): Places {
  const known = new Set(scripts.map(({ path }) => path));
  const uses = new Map(scripts.map(({ path }) => [path, 0]));
  for (const { path, code } of scripts)
    for (const [, , , to = ''] of code.matchAll(REQUIRE)) {
      const target = targetOf(path, to, known);
      uses.set(target, (uses.get(target) ?? 0) + 1);
    }
  const moved = scripts.map(({ path }) => path).filter((path) => !stays(path));
  moved.sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1));
  const counts = new Map<string, number>();
  return new Map(
    moved.map((path) => {
      const root = packageOf(path);
      const at = counts.get(root) ?? 0;
      counts.set(root, at + 1);
      return [path, posix.join(root, FOLDER, `${at.toString(36)}.js`)];
    }),
  );
}

/** The script with its requires as they are from where it lies now. @param path where it lies in the sources */
export function rerouted({ path, code }: Script, places: Places, known: ReadonlySet<string>): string {
  const folder = posix.dirname(places.get(path) ?? path);
  return code.replace(REQUIRE, (_, call: string, quote: string, to: string) => {
    const target = targetOf(path, to, known);
    const way = posix.relative(folder, places.get(target) ?? target).replace(/\.js$/, '');
    return `${call}${quote}${way.startsWith('.') ? way : `./${way}`}${quote}`;
  });
}

/** A folder is no module where the sources are compiled as they are, so it is not made one here. */
function targetOf(path: string, to: string, known: ReadonlySet<string>): string {
  const named = posix.join(posix.dirname(path), to);
  const found = [named, `${named}.js`].find((one) => known.has(one));
  return found ?? `${named}.js`;
}
