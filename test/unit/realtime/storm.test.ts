// A small storm: our people come back evenly, retries at a fixed interval do not.
import { seeded } from '../../bench/storm/measure';
import { fixedComer, play, policyComer } from '../../bench/storm/storm';

const options = { people: 5_000, per_second: 150 };

test('after a lost server the busiest second is at most twice the mean', () => {
  const random = seeded(7);
  const ours = play(options, () => policyComer(random));
  expect(ours.peak_over_mean).toBeLessThanOrEqual(2);
  expect(ours.seconds).toBeLessThan(90);
  const fixed = play(options, () => fixedComer(3_000));
  expect(fixed.peak_over_mean).toBeGreaterThan(4);
});
