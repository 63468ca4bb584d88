// What one update of the task list costs in bytes of setData, with 100 tasks and with 3,000: a note that a card then shows, and a
// task that is pinned, which moves to another group.
import { bindList } from '../../../miniprogram/compose/bind/list';
import type { Chunk } from '../../../miniprogram/format/chunks';
import type { TaskRow } from '../../../miniprogram/packages/staff/format/task-row';
import type { Tasks } from '../../../miniprogram/packages/staff/stores/tasks/tasks';
import { taskRowsOf } from '../../../miniprogram/packages/staff/stores/tasks/tasks-view';
import { createChunkWatcher } from '../../support/chunk-watcher';
import { createFakeTime, settle } from '../../support/fake-time';
import type { FakeTime } from '../../support/fake-time';
import { desk, task } from '../../unit/staff/tasks/kit';
import type { FakeServer } from '../../unit/staff/tasks/kit';
import { Ledger } from '../conversation/data';
import { rounded } from '../figures';
import type { Figures, Measure } from '../figures';

const LENGTHS = [100, 3_000] as const;
const UPDATES = 60;
/** Longer than the list collects changes, ms. */
const FLUSH_MS = 60;
/** Whole chunks at the top of the list, as a screen and what is kept beyond it hold. */
const NEAR = 2;
const CHUNK_PX = 2_140;

/** The list as its page binds it, seen from the top. */
class Page {
  readonly data: { chunks: Chunk<TaskRow>[] } = { chunks: [] };
  readonly ledger = new Ledger();
  most = 0;
  private readonly watcher = createChunkWatcher();

  setData(patch: Record<string, unknown>): void {
    const before = this.ledger.bytes;
    this.ledger.take(this.data, patch);
    this.most = Math.max(this.most, this.ledger.bytes - before);
  }

  createIntersectionObserver = () => this.watcher.observer;

  /** As the phone tells of chunks that came near or went. */
  look(): void {
    this.data.chunks.forEach(({ key, height }, at) => {
      if (at < NEAR || height === undefined) {
        const place = { height: height ?? CHUNK_PX, top: 0, bottom: height ?? CHUNK_PX };
        const intersectionRatio = at < NEAR ? 1 : 0;
        this.watcher.tell({
          intersectionRatio,
          boundingClientRect: place,
          relativeRect: place,
          dataset: { key },
        });
      }
    });
  }
}

interface Open {
  page: Page;
  tasks: Tasks;
  server: FakeServer;
  time: FakeTime;
}

async function rest({ page, time }: Open): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await settle();
    await time.advance(FLUSH_MS);
    page.look();
  }
}

async function opened(count: number): Promise<Open> {
  const suggestion = '三天内主动联系，约在晚上，先问近况，再约周末固定的球台';
  const held = Array.from({ length: count }, (_, at) =>
    task(at + 1, { hobbies: ['中式八球', '看球赛'], ai_suggestion: suggestion, is_pinned: at < 5 }),
  );
  const { tasks, server } = await desk(held);
  const [page, time] = [new Page(), createFakeTime()];
  const open = { page, tasks, server, time };
  bindList(page, 'chunks', () => taskRowsOf(tasks), { timers: time, clock: time });
  // As by scrolling to the end, and back.
  while (tasks.has_more) {
    await tasks.loadMore();
    await rest(open);
  }
  if (page.data.chunks.flatMap(({ rows, height }) => (height === undefined ? rows : [])).length > 2 * 60)
    throw new Error('chunks that are far from view are not emptied');
  return open;
}

/** @returns bytes an update */
async function updated(open: Open): Promise<number> {
  open.page.ledger.clear();
  for (let turn = 0; turn < UPDATES; turn += 1) {
    const { tasks } = open;
    const at = 6 + (turn % 12);
    const shown = tasks.all[at];
    if (shown === undefined) throw new Error('no task');
    if (turn % 2 === 0) tasks.receive({ ...shown, has_note: !shown.has_note });
    else await tasks.setPinned(shown, !shown.is_pinned);
    await rest(open);
  }
  return open.page.ledger.bytes / UPDATES;
}

async function run(): Promise<Figures> {
  const figures: Figures = {};
  for (const count of LENGTHS) {
    const open = await opened(count);
    figures[`staff.setdata_bytes_${count}`] = rounded(await updated(open), 0);
    figures[`staff.setdata_most_bytes_${count}`] = open.page.most;
  }
  const bytes = (count: number): number => figures[`staff.setdata_bytes_${count}`] ?? NaN;
  figures['staff.setdata_ratio_3000_vs_100'] = rounded(bytes(3_000) / bytes(100), 2);
  return figures;
}

const most = Object.fromEntries(LENGTHS.map((count) => [`staff.setdata_most_bytes_${count}`, 32 * 1024]));
export const taskUpdates: Measure = {
  name: 'tasks',
  run,
  limits: { ...most, 'staff.setdata_ratio_3000_vs_100': 1.5 },
};
