// The phone's time, whatever is done to its clock.
import { createSteadyTime } from '../../../miniprogram/platform/steady-clock';
import { createFakeTime } from '../../support/fake-time';

const DAY = 86_400_000;

/** A phone whose clock can be set while its timers run on. */
function phone() {
  const time = createFakeTime();
  let set_ms = 0;
  const steady = createSteadyTime({ clock: { now: () => time.now() + set_ms }, timers: time });
  let jumps = 0;
  steady.onJump(() => (jumps += 1));
  return {
    ...steady,
    advance: time.advance,
    set: (ms: number) => void (set_ms += ms),
    get jumps() {
      return jumps;
    },
  };
}

describe('I1 the steady clock', () => {
  test('passes evenly while nothing happens, and tells of no jump', async () => {
    const { clock, timers, advance, ...rest } = phone();
    const start = clock.now();
    const fired: number[] = [];
    [1_000, 30_000, DAY].forEach((ms) => timers.after(ms, () => fired.push(clock.now() - start)));
    await advance(2 * DAY);
    expect(fired).toEqual([1_000, 30_000, DAY]);
    expect(clock.now() - start).toBe(2 * DAY);
    expect(rest.jumps).toBe(0);
  });

  test('goes on from where it was when the phone’s is set back, and says so once', async () => {
    const one = phone();
    const start = one.clock.now();
    await one.advance(5_000);
    one.clock.now();
    one.set(-2 * DAY);
    expect(one.clock.now() - start).toBe(5_000);
    await one.advance(1_000);
    expect(one.clock.now() - start).toBe(6_000);
    expect(one.jumps).toBe(1);
  });

  test('says so once when the phone’s was set forward, or the phone slept, while a timer was running', async () => {
    const one = phone();
    one.timers.after(3_000, () => undefined);
    one.timers.after(4_000, () => undefined);
    one.set(40 * DAY);
    one.clock.now();
    one.clock.now();
    expect(one.jumps).toBe(1);
    await one.advance(10_000);
    expect(one.jumps).toBe(1);
  });

  test('does not take a busy phone for one that slept', () => {
    const one = phone();
    one.timers.after(1_000, () => undefined);
    one.set(4_000);
    one.clock.now();
    expect(one.jumps).toBe(0);
  });

  test('forgets a timer that was cancelled', () => {
    const one = phone();
    one.timers.after(1_000, () => undefined)();
    one.set(DAY);
    one.clock.now();
    expect(one.jumps).toBe(0);
  });
});
