// A coach's tasks for tests: the real store, and a server of which the test scripts what it holds and how it answers.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { StorageArea } from '../../../../miniprogram/platform/storage-types';
import { Tasks } from '../../../../miniprogram/packages/staff/stores/tasks/tasks';
import type { TasksOwner } from '../../../../miniprogram/packages/staff/stores/tasks/tasks';
import type { ApiMonthBanner, ApiTaskDetail, ApiTaskItem } from '../../../../typings/xcx/tasks';
import { settle } from '../../../support/fake-time';

/** 2026-11-27 14:00 in Beijing. */
export const NOW = Date.UTC(2026, 10, 27, 6);

export const refusal = (status: number, message: string): Failure => ({
  ...{ kind: 'api', status, code: String(status), message },
});

export const task = (id: number | string, more: Partial<ApiTaskItem> = {}): ApiTaskItem => ({
  id: String(id),
  customer_name: `客户${id}`,
  customer_avatar: '',
  task_type: 'priority_recall',
  task_type_label: '优先召回',
  deadline: '2026-12-09',
  heart_score: 6,
  hobbies: [],
  is_pinned: false,
  has_note: false,
  status: 'pending',
  ...more,
});

export const tasks = (count: number, more: Partial<ApiTaskItem> = {}): ApiTaskItem[] =>
  Array.from({ length: count }, (_, index) => task(index + 1, more));

export const month: ApiMonthBanner = {
  ...{ total_hours: 158.5, total_income: 12_680, total_customers: 32, month_label: '11月' },
};

/** `lost_after`: carried out, but the answer never came. */
export type Fate = Failure | 'fine' | 'lost_after';

export class FakeServer {
  /** In the order of the server. */
  held: ApiTaskItem[];
  asked: string[] = [];
  /** Of the next writes, in turn; then all is fine. */
  writes: Fate[] = [];
  /** Of the next readings of the list, in turn; then all is fine. */
  lists: Fate[] = [];
  /** Of the next readings of one task. */
  details: Fate[] = [];
  /** Says how many there are; a list of March does not. */
  counts = true;
  month = month;

  constructor(held: readonly ApiTaskItem[]) {
    this.held = [...held];
  }

  readonly api: TasksOwner['api'] = {
    tasks: async ({ page, pageSize }) => {
      this.asked.push(`list ${page}`);
      this.fail(this.lists.shift());
      const items = this.held.slice((page - 1) * pageSize, page * pageSize);
      const { length } = this.held;
      const facts = this.counts
        ? { total: length, page, pageSize }
        : { total: null, page: null, pageSize: null, has_more: page * pageSize < length };
      return { items, ...facts, performance: this.month };
    },
    task: async (id) => {
      this.asked.push(`task ${id}`);
      this.fail(this.details.shift());
      return this.detail(id);
    },
    setPinned: (id, is_pinned) =>
      this.write(`${is_pinned ? 'pin' : 'unpin'} ${id}`, id, { is_pinned }, { is_pinned }),
    abandon: (id, reason) =>
      this.write(
        `abandon ${id} ${reason}`,
        id,
        { status: 'abandoned', is_pinned: false },
        { status: 'abandoned' },
      ),
    restore: (id) =>
      this.write(`restore ${id}`, id, { status: 'pending', is_pinned: false }, { status: 'pending' }),
  };

  change(id: string, more: Partial<ApiTaskItem>): void {
    this.held = this.held.map((one) => (one.id === id ? { ...one, ...more } : one));
  }

  private async write<T>(said: string, id: string, more: Partial<ApiTaskItem>, answer: T): Promise<T> {
    this.asked.push(said);
    const fate = this.writes.shift();
    if (fate === undefined || typeof fate === 'string') this.change(id, more);
    this.fail(fate);
    return answer;
  }

  private fail(fate: Fate | undefined): void {
    if (fate === 'lost_after') throw new ApiError({ kind: 'timeout' });
    if (fate !== undefined && fate !== 'fine') throw new ApiError(fate);
  }

  private detail(id: string): ApiTaskDetail {
    const found = this.held.find((one) => one.id === id);
    if (found === undefined) throw new ApiError(refusal(404, '任务不存在'));
    return {
      ...found,
      retention_clues: [],
      talking_points: [],
      service_summary: { total_hours: null, total_income: null, avg_income: null },
      service_records: [],
      ai_analysis: { summary: '', suggestions: [] },
      notes: [],
    };
  }
}

/** A phone's shelf in memory. */
export function memoryArea(): StorageArea {
  const values = new Map<string, string>();
  const raw = {
    get: (key: string) => values.get(key),
    set: (key: string, value: string) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
    keys: () => [...values.keys()],
    value_limit: 1_000_000,
  };
  return createStore(raw, { now: () => NOW }).area('staff:1');
}

export interface Desk {
  server: FakeServer;
  tasks: Tasks;
  clock: { ms: number; now(): number };
}

/** A coach who has opened the list, which has come. */
export async function desk(
  held: readonly ApiTaskItem[],
  prepare?: (server: FakeServer) => void,
  books?: TasksOwner['day'],
): Promise<Desk> {
  const server = new FakeServer(held);
  prepare?.(server);
  const clock = { ms: NOW, now: () => clock.ms };
  const day = books ?? { now: clock.now, look: () => Promise.resolve() };
  const owner = { api: server.api, area: memoryArea(), clock, day };
  const store = new Tasks(owner);
  await settle();
  return { server, tasks: store, clock };
}

export const idsIn = (some: readonly ApiTaskItem[]): string => some.map(({ id }) => id).join();

/** `pinned | open | abandoned`, by id. */
export const groupsOf = ({ groups: { pinned, open, gone } }: Tasks): string =>
  [pinned, open, gone].map(idsIn).join(' | ');
