/** Sizes of the packages as WeChat's compiler emits them, against WeChat's limits and our own. */
import { emittedOf, type Check, type Compiled, type Finding, type Work } from '../check';
import { packageOf } from '../../sandbox/resolve';

const KB = 1024;
const MB = 1024 * KB;

const MAIN = 'main package';
const ALL = 'all packages';

/** The one table of limits, in bytes. */
export const BUDGET = { main: 600 * KB, eachPackage: 2 * MB, all: 30 * MB };

/** Bytes per package; '' is the main package. */
export function packageSizes(
  { sizes }: Pick<Compiled, 'sizes'>,
  layout: Work['layout'],
): Map<string, number> {
  const sums = new Map<string, number>([
    ['', 0],
    ...layout.subpackages.map((root): [string, number] => [root, 0]),
  ]);
  for (const [path, size] of sizes) {
    const owner = packageOf(layout, path);
    sums.set(owner, (sums.get(owner) ?? 0) + size);
  }
  return sums;
}

export const sizes: Check = {
  title: 'packages keep their sizes',
  reads: 'emitted',
  run(work) {
    const compiled = emittedOf(work);
    return oversized(packageSizes(compiled, work.layout), compiled);
  },
};

/** Packages above a limit, each with its heaviest files. */
export function oversized(sums: ReadonlyMap<string, number>, compiled: Pick<Compiled, 'sizes'>): Finding[] {
  const findings: Finding[] = [];
  const report = (at: string, size: number, limit: number): void => {
    if (size > limit)
      findings.push({
        at,
        message: `${kilobytes(size)} are more than ${kilobytes(limit)}; heaviest: ${heaviest(at, compiled, [...sums.keys()])}`,
      });
  };
  for (const [root, size] of sums) report(root || MAIN, size, root === '' ? BUDGET.main : BUDGET.eachPackage);
  report(
    ALL,
    [...sums.values()].reduce((sum, size) => sum + size, 0),
    BUDGET.all,
  );
  return findings;
}

/** @param size in bytes */
export function kilobytes(size: number): string {
  return `${(size / KB).toFixed(1)} KB`;
}

function heaviest(at: string, { sizes }: Pick<Compiled, 'sizes'>, subpackages: string[]): string {
  const owner = (path: string): string =>
    packageOf({ root: '', subpackages: subpackages.filter(Boolean) }, path) || MAIN;
  const own = [...sizes].filter(([path]) => at === ALL || owner(path) === at);
  const top = own.sort(([, a], [, b]) => b - a).slice(0, 3);
  return top.map(([path, size]) => `${path} ${kilobytes(size)}`).join(', ');
}
