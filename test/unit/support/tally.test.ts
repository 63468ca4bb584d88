// The closing line is read by machines: its words must not drift.
import { line, sum } from '../../support/tally';

test('tallies add up and close on one plain line', () => {
  const all = sum([
    { passed: 3, failed: 0 },
    { passed: 4, failed: 2 },
  ]);
  expect(line(all)).toBe('7 passed, 2 failed');
});
