// What the next start shows before its logic runs is what the page begins with, and goes with whoever it belongs to.
import './globals';
import { action, observable } from 'mobx-miniprogram';
import { bindFirstView } from '../../../miniprogram/compose/bind/first-view';
import type { FirstView } from '../../../miniprogram/compose/bind/first-view';

const customer = observable.box<number | undefined>(1);
const session = {
  get customer() {
    return { state: customer.get() === undefined ? 'signed_out' : 'signed_in' };
  },
  staff: { state: 'signed_out' },
  tokens: () => ({ read: () => ({ session: customer.get() }) }),
};
Reflect.set(globalThis, 'getApp', () => ({ core: { session } }));
const signed = action((next: number | undefined) => customer.set(next));

const view = observable.box<FirstView | undefined>(undefined, { deep: false });
const shows = action((next: FirstView | undefined) => view.set(next));

/** What the page asked WeChat to keep, in turn. */
let kept: unknown[] = [];
let unbind = (): void => undefined;

beforeEach(() => {
  jest.useFakeTimers();
  kept = [];
  signed(1);
  shows({ rows: ['一'] });
  unbind = bindFirstView({ setInitialRenderingCache: (next) => void kept.push(next) }, () => view.get());
});
afterEach(() => {
  unbind();
  jest.useRealTimers();
});

test('H6 nothing is kept while the page is being opened', () => {
  jest.advanceTimersByTime(1_900);
  expect(kept).toEqual([]);
  jest.advanceTimersByTime(200);
  expect(kept).toEqual([{ rows: ['一'] }]);
});

test('H6 many changes are kept once, and what is the same is not kept again', () => {
  jest.advanceTimersByTime(2_100);
  for (const row of ['二', '三', '四']) shows({ rows: [row] });
  jest.advanceTimersByTime(2_100);
  shows({ rows: ['四'] });
  jest.advanceTimersByTime(5_000);
  expect(kept).toEqual([{ rows: ['一'] }, { rows: ['四'] }]);
});

test('H6 what the page would not begin with leaves what is kept', () => {
  jest.advanceTimersByTime(2_100);
  shows(undefined);
  jest.advanceTimersByTime(5_000);
  expect(kept).toEqual([{ rows: ['一'] }]);
});

test('A9 what is kept goes at once when somebody signs out, in or as another', () => {
  jest.advanceTimersByTime(2_100);
  kept = [];
  signed(undefined);
  expect(kept).toEqual([null]);
  shows({ state: 'signed_out' });
  jest.advanceTimersByTime(5_000);
  expect(kept).toEqual([null, { state: 'signed_out' }]);
  signed(2);
  expect(kept).toHaveLength(3);
  expect(kept.at(-1)).toBeNull();
});

test('A9 what waits to be kept of one who signs out is not kept', () => {
  jest.advanceTimersByTime(1_000);
  shows({ rows: ['二'] });
  signed(undefined);
  shows({ state: 'signed_out' });
  jest.advanceTimersByTime(5_000);
  expect(kept).toEqual([null, { state: 'signed_out' }]);
});

test('H6 a page that is gone keeps nothing', () => {
  unbind();
  shows({ rows: ['二'] });
  signed(undefined);
  jest.advanceTimersByTime(5_000);
  expect(kept).toEqual([]);
});
