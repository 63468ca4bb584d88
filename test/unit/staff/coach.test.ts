// One coach: the detail and the board's row fail apart, and what there is stands.
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { CoachStore } from '../../../miniprogram/packages/staff/stores/coach/coach';
import {
  coachFields,
  coachMonths,
  coachTasks,
} from '../../../miniprogram/packages/staff/stores/coach/coach-view';
import type { ApiCoachDetail } from '../../../typings/xcx/coaches';
import { coach, NOW, refusal } from './boards/kit';

const task = (id: string, more = {}) => ({
  ...{ id, customer_name: '林小满', task_type: 'priority_recall', task_type_label: '优先召回' },
  ...{ deadline: '2026-11-25', status: 'active' },
  ...more,
});

const detail: ApiCoachDetail = {
  ...{ id: '1', name: '白露', avatar: '', level: '高级', skills: ['SNOOKER'], month_label: '11月' },
  ...{ total_hours: 164, total_income: 18_920, total_customers: 28, income: [], tier_nodes: [0, 120, 150] },
  ...{ top_customers: [], service_records: [], notes: [] },
  task_groups: {
    visible: [task('1')],
    hidden: [task('2')],
    abandoned: [task('3', { abandon_reason: '已搬走' })],
  },
  history_months: [
    {
      month: '2026-11',
      estimated: true,
      customers: 28,
      hours: 164,
      salary: 18_920,
      callback_done: 8,
      recall_done: 6,
    },
    {
      month: '2026-06',
      estimated: false,
      customers: null,
      hours: null,
      salary: null,
      callback_done: null,
      recall_done: null,
    },
  ],
};

async function page(sent: ApiCoachDetail | Failure, rows: ReturnType<typeof coach>[] | Failure) {
  const given = async <T>(answer: T | Failure): Promise<T> => {
    if (typeof answer === 'object' && answer !== null && 'kind' in answer) throw new ApiError(answer);
    return answer;
  };
  const store = new CoachStore('1', {
    api: { coach: () => given(sent) },
    boards: { coaches: () => given(rows) },
    known: () => null,
  });
  await store.read();
  const fields = coachFields(
    () => store,
    () => NOW,
    { tasks: false, mates: false },
  );
  return { store, said: (name: string) => fields[name]?.() };
}

test('where there is no such route the head stands from the board’s row, and says of which month it is', async () => {
  const { store, said } = await page(refusal(404), [coach(1, { total_hours: 158.5, satisfaction: 94 })]);
  expect([store.state, store.detail_state]).toEqual(['ready', 'absent']);
  expect(['name', 'hours', 'month', 'stars', 'done'].map(said)).toEqual([
    ...['助教1', '158.5', '11月', '4.7', '召回 1 回访 1，本月完成'],
  ]);
});

test.each([
  ['neither', refusal(404), [], 'gone'],
  ['a refusal and no row', refusal(403), [], 'refused'],
  ['two failures', refusal(500), { kind: 'network' }, 'failed'],
  ['a failure and a row', refusal(500), [coach(1)], 'ready'],
] as const)('%s', async (_name, sent, rows, state) => {
  const { store } = await page(sent, rows as Failure);
  expect(store.state).toBe(state);
});

test('open tasks come first; what was taken back or given up says so in place of its deadline', async () => {
  const { store, said } = await page(detail, []);
  expect(coachTasks(() => store, NOW, true)).toMatchObject([
    { deadline: '逾期 2 天', due: 'over', tone: 'warn' },
    { deadline: '已收回', due: 'none', tone: 'off' },
    { deadline: '已放弃', about: '已搬走' },
  ]);
  expect([said('tasks_count'), said('tasks_left'), said('has_scale')]).toEqual(['3', 0, true]);
});

test('a month without figures has none, and no 0', async () => {
  const { store } = await page(detail, []);
  expect(coachMonths(() => store)).toMatchObject([
    { month: '11 月', is_estimate: true, hours: '164h', income: '¥18,920' },
    { month: '6 月', is_estimate: false, hours: '--', income: '--', recalls: '--' },
  ]);
});
