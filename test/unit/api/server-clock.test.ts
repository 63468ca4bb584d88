import fc from 'fast-check';
import { createServerClock } from '../../../miniprogram/api/server-clock';
import { createFakeTime } from '../../support/fake-time';

describe('the server’s clock', () => {
  test('is the phone’s until something is known', () => {
    const time = createFakeTime(1000);
    const clock = createServerClock(time);
    expect(clock.now()).toBe(1000);
    expect(clock.skew_ms).toBe(0);
  });

  test('is off by no more than half of the quickest round trip', async () => {
    const trip = fc.record({
      there: fc.integer({ min: 0, max: 3000 }),
      back: fc.integer({ min: 0, max: 3000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(trip, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        async (trips, skew) => {
          const time = createFakeTime(2e12);
          const clock = createServerClock(time);
          for (const { there, back } of trips) {
            const sent = time.now();
            await time.advance(there);
            const server = time.now() + skew;
            await time.advance(back);
            clock.learn(server, sent);
          }
          const quickest = Math.min(...trips.map(({ there, back }) => there + back));
          const drift = 0.001 * trips.reduce((sum, { there, back }) => sum + there + back, 0);
          expect(Math.abs(clock.now() - (time.now() + skew))).toBeLessThanOrEqual(quickest / 2 + drift + 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a Date header, which has whole seconds, does not push out what is known to the millisecond', async () => {
    const time = createFakeTime(1_000_000);
    const clock = createServerClock(time);
    clock.learn(1_005_400, 1_000_000);
    await time.advance(1000);
    clock.learn(1_006_000, 1_001_000, 1000);
    expect(clock.skew_ms).toBe(5400);
  });

  test('follows at once when somebody sets a clock', async () => {
    const time = createFakeTime(1_000_000);
    const clock = createServerClock(time);
    clock.learn(1_000_000, 1_000_000);
    await time.advance(500);
    clock.learn(4_600_250, 1_000_000);
    expect(clock.skew_ms).toBe(3_600_000);
  });
});
