// A small storm: our people come back evenly, retries at a fixed interval do not.
import { seeded } from '../../../bench/storm/measure';
import { fixedComer, play, policyComer } from '../../../bench/storm/storm';

// The slowest and the fastest server of the bench's range.
test.each([300, 1_500])(
  'C2 after a lost server that lets %d of 30,000 in a second, the busiest second is at most twice the mean',
  (per_second) => {
    const options = { people: 30_000, per_second };
    const random = seeded(7);
    const ours = play(options, () => policyComer(random));
    expect(ours.peak_over_mean).toBeLessThanOrEqual(2);
    // No faster than the server lets them in, and hardly slower.
    expect(ours.seconds).toBeLessThan(Math.max(30, 29_700 / per_second) * 2);
    const fixed = play(options, () => fixedComer(3_000));
    expect(fixed.peak_over_mean).toBeGreaterThan(4);
  },
);
