// Counting what passed and failed, and the one plain line that every test command closes on.

/** What a command counted. */
export interface Tally {
  passed: number;
  failed: number;
}

/** Adds up the tallies of several commands. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

/** The closing line: `N passed, N failed`. */
export function line(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}

/** Prints the closing line and ends the process by it; nothing having run counts as a failure. */
export function close(tally: Tally): never {
  const counted = tally.passed + tally.failed === 0 ? { passed: 0, failed: 1 } : tally;
  if (counted !== tally) process.stderr.write('No test ran.\n');
  process.stdout.write(`${line(counted)}\n`);
  process.exit(counted.failed === 0 ? 0 : 1);
}
