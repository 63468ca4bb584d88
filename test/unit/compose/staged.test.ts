// What lies below the first screen of a page is built after the first content has been painted, once.
import './globals';
import { bound } from '../../../miniprogram/compose/bind/bound';
import { afterPaint, staged } from '../../../miniprogram/compose/bind/staged';
import { createFakeTime } from '../../support/fake-time';
import type { FakeTime } from '../../support/fake-time';

type Lifetimes = Record<'attached' | 'detached', (this: object) => void>;
const { lifetimes } = bound as unknown as { lifetimes: Lifetimes };
const { data, observers } = staged as unknown as {
  data: { whole: boolean };
  observers: { state(this: object, state: string): void };
};

let time: FakeTime;

class Page {
  readonly data = { ...data };
  sets = 0;

  constructor() {
    lifetimes.attached.call(this);
  }

  setData(patch: object): void {
    this.sets += 1;
    Object.assign(this.data, patch);
  }

  become(state: string): void {
    observers.state.call(this, state);
  }
}

beforeEach(() => {
  time = createFakeTime(0);
  Reflect.set(globalThis, 'getApp', () => ({ core: { platform: { timers: time } } }));
});

test('G2 the rest of a page waits until its first content has been painted', async () => {
  const page = new Page();
  page.become('loading');
  await time.advance(1_000);
  page.become('ready');
  await time.advance(40);
  expect(page.data.whole).toBe(false);
  await time.advance(60);
  expect(page.data.whole).toBe(true);
});

test('G2 it is built once, and stays while the page reads again or fails', async () => {
  const page = new Page();
  for (const state of ['ready', 'loading', 'ready', 'failed', 'ready']) {
    page.become(state);
    await time.advance(200);
  }
  expect(page).toMatchObject({ sets: 1, data: { whole: true } });
});

test('G2 nothing is built on a page that has nothing, or is gone', async () => {
  const failed = new Page();
  failed.become('failed');
  const gone = new Page();
  gone.become('ready');
  lifetimes.detached.call(gone);
  await time.advance(200);
  expect([failed.sets, gone.sets]).toEqual([0, 0]);
});

test('G2 a reading begins at once where nothing shows yet, else when the head has been painted and before the rest is built', async () => {
  const said: string[] = [];
  const blank = new Page();
  afterPaint(blank, () => said.push('blank'));
  expect(said).toEqual(['blank']);

  const page = new Page();
  page.become('ready');
  afterPaint(page, () => {
    said.push(`rows, whole: ${page.data.whole}`);
    afterPaint(page, () => said.push('more'));
  });
  afterPaint(page, () => said.push('reading'));
  await time.advance(40);
  expect(said).toEqual(['blank']);
  await time.advance(60);
  expect(said).toEqual(['blank', 'rows, whole: false', 'reading', 'more']);
  afterPaint(page, () => said.push('seen again'));
  expect(said.at(-1)).toBe('seen again');
});
