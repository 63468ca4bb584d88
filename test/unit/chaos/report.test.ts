// What a chaos run says: counts under every name, and after a failure the seed that plays it again.
import { brokenOff, hasCounter, hasStaff, isReal, profileOf, seedsFrom } from '../../chaos/seeds';
import { closing, linesOf } from '../../chaos/report';
import type { Report } from '../../chaos/run';

const report = (more: Partial<Report> = {}): Report => ({
  ...brokenOff(1003, 'nothing', 7),
  problems: [],
  ...{ faults: new Map([['killed', 3] as const]), fault_count: 203, written: 60 },
  ...more,
});

it('C1 says in one line that all is well', () => {
  expect(linesOf(report())).toEqual([
    '✓ C1 seed 1003, documented: lost 0, duplicated 0, out of order 0, stuck 0, leaked 0, failed 0, code lost 0; 203 faults, 60 messages, 7 ms',
  ]);
});

it('C1 names what failed, and the seed to play again', () => {
  const problems = [
    { kind: 'lost', what: 'line 7' },
    { kind: 'lost', what: 'line 8' },
  ] as const;
  const [first, ...rest] = linesOf(report({ problems: [...problems] }));
  expect(first).toContain('✗ C1 seed 1003, documented: lost 2, duplicated 0');
  expect(rest).toEqual([
    '    lost: line 7',
    '    lost: line 8',
    '    faults: killed 3',
    '    again: npm run test:chaos -- --seed 1003',
  ]);
});

it('C1 counts a run that broke off as failed', () => {
  expect(linesOf(brokenOff(4, 'its process ended', 1))[1]).toBe(
    '    stuck: the run broke off: its process ended',
  );
});

it('C1 sums the faults of all runs, and says the fewest that one stood', () => {
  expect(closing([report(), report({ seed: 1016, fault_count: 200 })])).toBe(
    '1 virtual, 1 real; at least 200 faults a run, of all: killed 6',
  );
});

it('C1 plays every seed once, 20 of 500 over real sockets', () => {
  const { real, virtual } = seedsFrom(1, 500);
  expect(new Set([...real, ...virtual]).size).toBe(500);
  expect(virtual).toHaveLength(480);
  expect(virtual.some(isReal)).toBe(false);
});

it('K3 of 500 runs some 200 have a counter, in both profiles, and no staff on the same phone', () => {
  const counters = seedsFrom(1, 500).virtual.filter(hasCounter);
  expect(counters).toHaveLength(190);
  expect(new Set(counters.map(profileOf))).toEqual(new Set(['documented', 'deployed']));
  expect(counters.some(hasStaff)).toBe(false);
});
