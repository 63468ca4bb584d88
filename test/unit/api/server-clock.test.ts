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

describe('I1 what is known of the server’s time', () => {
  const kept = (skew_ms?: number) => {
    const memory = { skew_ms, read: () => memory.skew_ms, write: (ms: number) => void (memory.skew_ms = ms) };
    return memory;
  };

  test('is kept from one start to the next, and not confirmed until the server was heard', () => {
    const memory = kept();
    createServerClock(createFakeTime(1_000_000), memory).learn(1_900_000, 1_000_000);
    const time = createFakeTime(2_000_000);
    const clock = createServerClock(time, memory);
    expect([clock.now(), clock.confirmed]).toEqual([2_900_000, false]);
    clock.learn(2_900_000, 2_000_000);
    expect(clock.confirmed).toBe(true);
  });

  test('is written down when it moved, not with each answer', async () => {
    let writes = 0;
    const time = createFakeTime(1_000_000);
    const clock = createServerClock(time, { read: () => 0, write: () => (writes += 1) });
    for (let answer = 0; answer < 50; answer += 1) {
      await time.advance(100);
      clock.learn(time.now() + answer, time.now());
    }
    expect(writes).toBe(0);
    clock.learn(time.now() + 8_000, time.now());
    expect(writes).toBe(1);
  });

  test('is doubted after a jump, and the next answer counts, however coarse', () => {
    const time = createFakeTime(1_000_000);
    const clock = createServerClock(time);
    const told: boolean[] = [];
    clock.onChange(() => told.push(clock.confirmed));
    clock.learn(1_000_000, 1_000_000);
    clock.doubt();
    clock.doubt();
    expect([clock.confirmed, clock.now()]).toEqual([false, 1_000_000]);
    clock.learn(1_002_000, 1_000_000, 1_000);
    expect([clock.confirmed, clock.skew_ms]).toEqual([true, 2_500]);
    expect(told).toEqual([true, false, true]);
  });

  test('is not learnt from an answer during which the phone’s clock was set', async () => {
    const time = createFakeTime(1_000_000);
    const clock = createServerClock(time);
    const sent = time.now();
    await time.advance(40 * 86_400_000);
    clock.learn(1_000_000, sent);
    expect(clock.confirmed).toBe(false);
  });
});
