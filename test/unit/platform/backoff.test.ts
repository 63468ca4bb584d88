// Waits between attempts: doubled, capped, spread as far as each kind of jitter says.
import fc from 'fast-check';
import { equalJitter, fullJitter } from '../../../miniprogram/platform/backoff';

const limits = { base_ms: 400, cap_ms: 5_000 };
const failures = fc.integer({ min: 1, max: 40 });
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const longest = (count: number): number => Math.min(5_000, 400 * 2 ** (count - 1));

test('full jitter is spread over all of a wait that doubles up to its cap', () => {
  fc.assert(
    fc.property(failures, draw, (count, share) => {
      const wait = fullJitter(limits, count, share);
      expect(wait).toBeCloseTo(share * longest(count));
      expect(wait).toBeLessThanOrEqual(longest(count));
    }),
  );
});

test('equal jitter never waits less than half of it', () => {
  fc.assert(
    fc.property(failures, draw, (count, share) => {
      const wait = equalJitter(limits, count, share);
      expect(wait).toBeGreaterThanOrEqual(longest(count) / 2);
      expect(wait).toBeLessThanOrEqual(longest(count));
    }),
  );
});
