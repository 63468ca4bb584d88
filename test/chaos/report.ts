// What a run says of itself: one line, and where it failed, what of and how to play it again.
import { isReal, isSlow } from './seeds';
import type { Report } from './run';

const SHOWN_PROBLEMS = 10;
const KINDS = ['lost', 'duplicated', 'out of order', 'stuck', 'leaked', 'failed', 'code lost'] as const;

const counted = (sums: ReadonlyMap<string, number>): string =>
  [...sums].map(([name, count]) => `${name} ${count}`).join(', ');

/** The lines of one run. */
export function linesOf(report: Report): string[] {
  const { seed, profile, problems, faults, fault_count, written, codes, unconfirmed, ms } = report;
  const counts = KINDS.map((kind) => `${kind} ${problems.filter((problem) => problem.kind === kind).length}`);
  // The deployed backend keeps no id of ours: a message that is not in its history when its time is over may be anywhere.
  const asked =
    profile === 'deployed'
      ? `, 未确认 ${unconfirmed} (not in the history, then sent again by the person)`
      : '';
  const how = [
    profile,
    ...(isSlow(seed) ? ['slow Promises'] : []),
    ...(isReal(seed) ? ['real sockets'] : []),
  ];
  const mark = problems.length === 0 ? '✓' : '✗';
  const line = `${mark} C1 seed ${seed}, ${how.join(', ')}: ${counts.join(', ')}${asked}; ${fault_count} faults, ${written} messages${codes > 0 ? `, ${codes} codes` : ''}, ${ms} ms`;
  if (problems.length === 0) return [line];
  return [
    line,
    ...problems.slice(0, SHOWN_PROBLEMS).map(({ kind, what }) => `    ${kind}: ${what}`),
    `    faults: ${counted(faults)}`,
    `    again: npm run test:chaos -- --seed ${seed}`,
  ];
}

/** The faults and results of all runs together. */
export function closing(reports: readonly Report[]): string {
  const sums = new Map<string, number>();
  for (const { faults } of reports)
    for (const [name, count] of faults) sums.set(name, (sums.get(name) ?? 0) + count);
  const real = reports.filter(({ seed }) => isReal(seed)).length;
  const least = Math.min(...reports.map(({ fault_count }) => fault_count));
  return `${reports.length - real} virtual, ${real} real; at least ${least} faults a run, of all: ${counted(sums)}`;
}
