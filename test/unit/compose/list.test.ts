// A list's rows are on the page before that says that it is ready: the first of them alone, the others after the paint.
import './globals';
import { observable, runInAction } from 'mobx-miniprogram';
import { bindList } from '../../../miniprogram/compose/bind/list';
import type { Off } from '../../../miniprogram/platform/ports';
import { createChunkWatcher } from '../../support/chunk-watcher';
import { createFakeTime } from '../../support/fake-time';
import type { FakeTime } from '../../support/fake-time';
import { applyPatch } from '../stores/list/apply-patch';

interface Row {
  row_key: string;
}

let time: FakeTime;
let off: Off = () => undefined;
const rows = observable.box<readonly Row[]>([], { deep: false });
const shows = (count: number): void =>
  runInAction(() => rows.set(Array.from({ length: count }, (_, at) => ({ row_key: String(at) }))));

const CHUNK_PX = 1_000;
const VIEW = { top: 0, bottom: 800 };

class Host {
  data: { chunks: { key: string; rows: Row[] }[] } = { chunks: [] };
  sets = 0;
  private readonly watcher = createChunkWatcher();

  setData(patch: Record<string, unknown>): void {
    this.sets += 1;
    Object.assign(this.data, applyPatch(this.data, patch));
  }
  createIntersectionObserver = () => this.watcher.observer;

  /** Tells of every chunk, as the phone does: those are near that `isNear` says, and all lie below each other from `top`. */
  scroll(top: number, isNear: (at: number) => boolean): void {
    this.data.chunks.forEach(({ key }, at) => {
      const [above, height] = [at * CHUNK_PX - top, CHUNK_PX];
      const boundingClientRect = { height, top: above, bottom: above + height };
      const intersectionRatio = isNear(at) ? 1 : 0;
      this.watcher.tell({ intersectionRatio, boundingClientRect, relativeRect: VIEW, dataset: { key } });
    });
  }
  /** The chunks that have rows. */
  get filled(): number[] {
    return this.data.chunks.flatMap(({ rows: own }, at) => (own.length > 0 ? [at] : []));
  }
  get count(): number {
    return this.data.chunks.reduce((sum, chunk) => sum + chunk.rows.length, 0);
  }
}

function bind(): Host {
  const host = new Host();
  off = bindList(host, 'chunks', () => rows.get(), { timers: time, clock: time });
  return host;
}

beforeEach(() => {
  time = createFakeTime(0);
  shows(0);
});
afterEach(() => off());

test('G2 what is known when the page opens begins with a screen of rows, and the others follow the paint', async () => {
  shows(20);
  const host = bind();
  expect([host.count, host.sets]).toEqual([8, 1]);
  await time.advance(200);
  expect([host.count, host.sets]).toEqual([20, 2]);
});

test('G2 what is read later does so too, and is there in the same task', async () => {
  const host = bind();
  await time.advance(1_000);
  shows(20);
  expect(host.count).toBe(8);
  await time.advance(200);
  expect(host.count).toBe(20);
});

test('G2 what changes afterwards is set once in 50 ms', async () => {
  shows(3);
  const host = bind();
  await time.advance(1_000);
  const before = host.sets;
  for (const count of [4, 5, 6]) shows(count);
  expect(host.count).toBe(3);
  await time.advance(50);
  expect([host.count, host.sets - before]).toEqual([6, 1]);
});

test('G2 a list that is left while its first rows are painted sets no more', async () => {
  shows(20);
  const host = bind();
  off();
  await time.advance(1_000);
  expect(host.count).toBe(8);
});

test('D6 after a long throw the chunks that are seen get their rows first, and no update fills more than two', async () => {
  shows(200);
  const host = bind();
  await time.advance(1_000);
  expect(host.filled).toHaveLength(10);
  host.scroll(0, (at) => at === 0);
  await time.advance(50);
  expect(host.filled).toEqual([0]);
  // Chunk 6 fills the screen.
  host.scroll(6 * CHUNK_PX + 150, (at) => at >= 4 && at <= 8);
  await time.advance(1);
  expect(host.filled).toEqual([6, 7]);
  await time.advance(50);
  expect(host.filled).toEqual([5, 6, 7, 8]);
  await time.advance(50);
  expect(host.filled).toEqual([4, 5, 6, 7, 8]);
});

test('D6 a chunk that goes again before it got its rows stays empty', async () => {
  shows(200);
  const host = bind();
  await time.advance(1_000);
  host.scroll(0, (at) => at === 0);
  await time.advance(50);
  host.scroll(6 * CHUNK_PX, (at) => at >= 5 && at <= 8);
  await time.advance(1);
  expect(host.filled).toHaveLength(2);
  host.scroll(0, (at) => at === 0);
  await time.advance(500);
  expect(host.filled).toEqual([0]);
});
