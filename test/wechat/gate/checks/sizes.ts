/** Sizes of the packages as WeChat's compiler emits them, against WeChat's limits and our own. */
import { LIMITS } from '../../limits';
import { packageOf } from '../../sandbox/resolve';
import { emittedOf, type Check, type Compiled, type Work } from '../check';
import type { Finding } from '../finding';

const KB = 1024;
/** Files that a finding names. */
const NAMED = 3;

export const MAIN = 'main';
export const ALL = 'all';

/** A package, or all of them, with the files in it, the largest first. */
export interface PackageSize {
  name: string;
  /** In bytes. */
  size: number;
  /** In bytes. */
  limit: number;
  files: readonly (readonly [path: string, size: number])[];
}

export const sizes: Check = {
  title: 'packages keep their sizes',
  reads: 'emitted',
  run: (work) => oversized(packageSizes(emittedOf(work), work.layout)),
};

/** Main first, then the subpackages as `app.json` has them, then all together. */
export function packageSizes(
  { sizes }: Pick<Compiled, 'sizes'>,
  layout: Work['layout'],
): readonly PackageSize[] {
  const { main_kb, package_kb, total_kb } = LIMITS.size;
  const own_kb: Readonly<Record<string, number>> = LIMITS.size.own_kb;
  const all = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const row = (name: string, limit_kb: number, files: PackageSize['files']): PackageSize => ({
    name,
    limit: limit_kb * KB,
    files,
    size: files.reduce((sum, [, size]) => sum + size, 0),
  });
  const below = (root: string): PackageSize['files'] =>
    all.filter(([path]) => packageOf(layout, path) === root);
  return [
    row(MAIN, main_kb, below('')),
    ...layout.subpackages.map((root) => row(root, own_kb[root] ?? package_kb, below(root))),
    row(ALL, total_kb, all),
  ];
}

/** Packages above their limit, each with its heaviest files. */
export function oversized(rows: readonly PackageSize[]): Finding[] {
  return rows
    .filter(({ size, limit }) => size > limit)
    .map(({ name, size, limit, files }) => {
      const heaviest = files.slice(0, NAMED).map(([path, bytes]) => `${path} ${kilobytes(bytes)}`);
      return {
        at: name,
        message: `${kilobytes(size)} are more than ${kilobytes(limit)}; heaviest: ${heaviest.join(', ')}`,
      };
    });
}

/** @param size in bytes */
export function kilobytes(size: number): string {
  return `${inKilobytes(size).toFixed(1)} KB`;
}

/** @param size in bytes */
export function inKilobytes(size: number): number {
  return size / KB;
}
