// Boards for tests: the real stores, and a server that answers what and when a test says.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { BoardsApi } from '../../../../miniprogram/packages/staff/api/boards';
import { Boards } from '../../../../miniprogram/packages/staff/stores/boards/boards';
import { BoardRights } from '../../../../miniprogram/packages/staff/stores/boards/rights';
import { BusinessDay } from '../../../../miniprogram/packages/staff/stores/business-day';
import type { StorageArea } from '../../../../miniprogram/platform/storage-types';
import type {
  ApiBoardCoachItem,
  ApiBoardCustomerItem,
  ApiBoardFinanceMetric,
} from '../../../../typings/xcx/boards';
import type { ApiSkillType } from '../../../../typings/xcx/config';
import { memoryArea } from '../tasks/kit';

/** 2026-11-27 14:00 in Beijing. */
export const NOW = Date.UTC(2026, 10, 27, 6);

export const refusal = (status: number): Failure => ({
  ...{ kind: 'api', status, code: String(status), message: '不行' },
});

export const coach = (id: number, more: Partial<ApiBoardCoachItem> = {}): ApiBoardCoachItem => ({
  ...{
    id: String(id),
    name: `助教${id}`,
    avatar: '',
    level: '高级',
    level_class: 'senior',
    skills: ['BILLIARD'],
  },
  ...{ total_hours: id, total_income: 100 - id, customer_count: 5, satisfaction: 92 },
  task_stats: { recall: id % 3, callback: 1 },
  ...more,
});

export const customer = (id: number, more: Partial<ApiBoardCustomerItem> = {}): ApiBoardCustomerItem => ({
  ...{ id: String(id), name: `客户${id}`, avatar: '', tags: ['金卡', '台球'], total_spend: 1000 * id },
  ...{ visit_count: id, last_visit: '2026-11-24', relation_index: '8.1' },
  ...more,
});

export const metric = (key: string, more: Partial<ApiBoardFinanceMetric> = {}): ApiBoardFinanceMetric => ({
  ...{ key, label: key, value: 1200, unit: '元' },
  ...more,
});

export const SKILLS: readonly ApiSkillType[] = [
  { value: 'ALL', text: '全部' },
  { value: 'SNOOKER', text: '斯诺克' },
];

type Answer<T> = T | Failure;
const isFailure = (answer: unknown): answer is Failure =>
  typeof answer === 'object' && answer !== null && 'kind' in answer;

async function given<T>(answer: Answer<T>): Promise<T> {
  if (isFailure(answer)) throw new ApiError(answer);
  return answer;
}

export class FakeBoards {
  /** What was asked, in order: `coaches perf_desc ALL month`. */
  asked: string[] = [];
  coaches: (query: string) => Answer<ApiBoardCoachItem[]> | Promise<ApiBoardCoachItem[]> = () =>
    [1, 2, 3, 4, 5].map((id) => coach(id));
  customers: (query: string) => Answer<ApiBoardCustomerItem[]> | Promise<Answer<ApiBoardCustomerItem[]>> =
    () => [customer(1), customer(2)];
  finance: (query: string) => Answer<ApiBoardFinanceMetric[]> | Promise<ApiBoardFinanceMetric[]> = () => [
    metric('revenue'),
  ];
  skills: Answer<readonly ApiSkillType[]> | Promise<readonly ApiSkillType[]> = SKILLS;
  /** On which its books stand; null for today. */
  day: string | null = null;
  /** Of customers, where there are more than a page; null where the server does not say. */
  total: number | null | undefined;

  readonly api: BoardsApi = {
    coaches: async ({ sort, skill, time }) =>
      given(await this.coaches(this.note(`coaches ${sort} ${skill} ${time}`))),
    customers: async ({ dimension, project, page, pageSize }) => {
      const items = await given(await this.customers(this.note(`customers ${dimension} ${project} ${page}`)));
      return { items, total: this.total === undefined ? items.length : this.total, page, pageSize };
    },
    finance: async ({ time, area, compare }) =>
      given(await this.finance(this.note(`finance ${time} ${area} ${Number(compare)}`))),
  };

  private note(query: string): string {
    this.asked.push(query);
    return query;
  }
}

export interface Desk {
  boards: Boards;
  server: FakeBoards;
  clock: { ms: number; now(): number };
  area: StorageArea;
  /** The same person's app, started anew. */
  restarted(role?: string): Boards;
}

export function desk(server = new FakeBoards(), role = 'manager'): Desk {
  const clock = { ms: NOW, now: () => clock.ms };
  const area = memoryArea();
  const build = (whose: string): Boards =>
    new Boards({
      ...{ api: server.api, area, clock },
      config: { skillTypes: async () => [...(await given(await server.skills))] },
      day: new BusinessDay({ clock, api: { runtimeClock: async () => server.day } }),
      rights: new BoardRights(area, clock, () => whose),
    });
  return { boards: build(role), server, clock, area, restarted: (whose = role) => build(whose) };
}
