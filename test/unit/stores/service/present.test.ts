// Words that depend on the time are renewed when they change, and at no other moment.
import { observable, runInAction } from 'mobx-miniprogram';
import { createListeners } from '../../../../miniprogram/platform/listeners';
import { followPresent } from '../../../../miniprogram/stores/service/present';
import { SOON_DAYS } from '../../../../miniprogram/format/deadline';
import { createFakeTime } from '../../../support/fake-time';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOON = Date.parse('2026-11-27T12:00:00+08:00');
const MIDNIGHT = NOON + 12 * HOUR_MS;

/** @param ends of what is shown, from noon on, ms */
function page(...ends: (number | null)[]) {
  const time = createFakeTime(NOON);
  const corrections = createListeners<undefined>();
  const clock = { now: () => time.now() + clock.skew_ms, skew_ms: 0, onChange: corrections.add };
  const deadlines = observable.box<(number | null)[]>(
    ends.map((end) => (end === null ? null : NOON + end)),
    { deep: false },
  );
  const shown: number[] = [];
  const stop = followPresent(
    { clock, timers: time },
    () => deadlines.get(),
    (now) => shown.push(now - NOON),
  );
  const show = (...next: number[]): void => runInAction(() => deadlines.set(next.map((end) => NOON + end)));
  return { time, clock, corrections, shown, stop, show };
}

test('at midnight in Beijing, each day', async () => {
  const { time, shown } = page();
  await time.advance(3 * DAY_MS);
  const first = MIDNIGHT - NOON;
  expect(shown).toEqual([first, first + DAY_MS, first + 2 * DAY_MS]);
});

test('when something ends, and when its end is near enough to be told', async () => {
  const soon = SOON_DAYS * DAY_MS;
  const { time, shown } = page(2 * HOUR_MS, null, soon + HOUR_MS, -HOUR_MS);
  await time.advance(11 * HOUR_MS);
  expect(shown).toEqual([HOUR_MS, 2 * HOUR_MS]);
});

test('by what is shown now, not by what was', async () => {
  const { time, shown, show } = page(2 * HOUR_MS);
  show(3 * HOUR_MS);
  await time.advance(11 * HOUR_MS);
  expect(shown).toEqual([3 * HOUR_MS]);
  show();
  expect(time.pending).toBe(1);
});

test('at once when the clock is corrected, and from then on by the right time', async () => {
  const { time, clock, corrections, shown } = page(2 * HOUR_MS);
  clock.skew_ms = HOUR_MS;
  corrections.tell(undefined);
  expect(shown).toEqual([HOUR_MS]);
  await time.advance(11 * HOUR_MS - 1);
  expect(shown).toEqual([HOUR_MS, 2 * HOUR_MS]);
});

test('until nobody looks any more', async () => {
  const { time, corrections, shown, stop, show } = page(2 * HOUR_MS);
  stop();
  show(HOUR_MS);
  corrections.tell(undefined);
  await time.advance(3 * DAY_MS);
  expect([shown, time.pending]).toEqual([[], 0]);
});
