// A customer's page for tests: the real store, decoders and fields; each of the three requests answers as a test says.
import * as v from 'valibot';
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import {
  customerRecordsSchema,
  customerSchema,
} from '../../../../miniprogram/packages/staff/api/schema/customers';
import { CustomerStore } from '../../../../miniprogram/packages/staff/stores/customer/customer';
import {
  customerFields,
  customerLists,
} from '../../../../miniprogram/packages/staff/stores/customer/customer-view';
import type { ShownCustomer } from '../../../../miniprogram/packages/staff/stores/customer/customer-view';

export const NOW = Date.parse('2026-11-27T12:00:00+08:00');

const COACH = {
  ...{ name: '陈小柔', level: '高级', course_type: '基础课', hours: 2.5, perf_hours: 2, fee: 240 },
};
/** The least that a customer's reply can be. */
export const BARE = { id: '9' };
export const FULL = {
  ...{ id: '9', name: '林小满', phone: '138****0031', phone_full: '13800000031', avatar: '' },
  ...{ member_level: '银卡会员', relation_index: '9.2', tags: ['中八'], total_service_count: 23 },
  ...{ balance: 3280, consumption60d: 2460, days_since_visit: 18 },
  retention_clues: [{ tag: '玩法', tag_color: 'primary', emoji: '🎱', text: '只打中八', source: 'AI' }],
  ai_insight: { summary: '老会员', strategies: [{ color: '#fff', text: '先问近况' }] },
  consumption_records: [
    {
      ...{ id: '1', date: '2026-11-09', type: '台费', type_class: 'table', amount: 368, table: 'A03' },
      ...{ duration: 2, start_time: '14:02', food_amount: 48, pay_method: '微信', coaches: [COACH] },
    },
  ],
  favorite_coaches: [{ id: '2', name: '苏念', level: '星级', relation_index: '6.8', service_count: 4 }],
  coach_tasks: [
    {
      ...{ id: '3', coach_name: '陈小柔', level: '高级', task_type: 'priority_recall', task_type_label: '' },
      ...{ status: 'active', created_at: '2026-11-20' },
    },
  ],
  notes: [{ id: '4', tag_label: '客户', created_at: '2026-11-27 08:50:00', content: '没人接' }],
};
export const MONTH = {
  ...{ customer_name: '林小满', customer_phone: '138****0031', relation_index: '9.2', has_more: false },
  ...{ month_count: 5, month_hours: 11.5, tables: [], total_service_count: 23 },
  records: [{ table: 'A03', type: '基础课', duration: 2, income: 260, drinks: '', date: '2026-11-09' }],
};
const NOTE = { id: '4', content: '没人接', tag_type: 'customer', tag_label: '', created_at: '2026-11-27' };

export const status = (code: number): Failure => ({
  kind: 'api',
  status: code,
  code: `${code}`,
  message: '',
});

interface Answers {
  head?: object | Failure;
  month?: object | Failure;
  notes?: readonly ApiNoteItem[] | Failure;
}

const isFailure = (answer: object | undefined): answer is Failure => answer !== undefined && 'kind' in answer;

/** What the page binds. */
export const saidBy = (shown: ShownCustomer) =>
  Object.fromEntries(Object.entries(customerFields(shown)).map(([name, read]) => [name, read()]));

export async function opened(answers: Answers = {}) {
  const foreign: string[] = [];
  const asked: string[] = [];
  const answered = async <T>(
    answer: object | undefined,
    decode: (reply: object) => T,
    full: object,
  ): Promise<T> => {
    await Promise.resolve();
    if (isFailure(answer)) throw new ApiError(answer);
    return decode(answer ?? full);
  };
  const store = new CustomerStore('9', {
    api: {
      customer: (id) => {
        asked.push(`customer ${id}`);
        return answered(answers.head, (reply) => v.parse(customerSchema, reply), FULL);
      },
      records: (id, { year, month, page }) => {
        asked.push(`records ${id} ${year}-${month} ${page}`);
        return answered(answers.month, (reply) => v.parse(customerRecordsSchema, reply), MONTH);
      },
    },
    notes: {
      notes: (query) => {
        const { page, pageSize } = query;
        asked.push(`notes ${'target_id' in query ? `${query.target_type} ${query.target_id} ` : ''}${page}`);
        const reply = (items: object) => ({ items: items as ApiNoteItem[], total: 1, page, pageSize });
        return answered(answers.notes, reply, [NOTE]);
      },
    },
    clock: { now: () => NOW },
    onForeign: (module) => foreign.push(module),
  });
  const own = { present: <T>(notes: readonly T[]) => notes, factsOf: () => undefined };
  const shown = { store: () => store, notes: () => own, now: () => NOW } as unknown as ShownCustomer;
  const fields = customerFields(shown);
  await store.read();
  return {
    ...{ store, answers, foreign, asked, said: () => saidBy(shown) },
    read: (name: string) => fields[name]?.(),
    rows: <Name extends keyof typeof customerLists>(name: Name) => customerLists[name](store, shown),
  };
}
