// One coach: the detail and the board's row fail apart, and what there is stands.
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { CoachStore } from '../../../miniprogram/packages/staff/stores/coach/coach';
import {
  coachFields,
  coachIncome,
  coachMates,
  coachMonths,
  coachNotes,
  coachRecords,
  coachScale,
  coachSkills,
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

async function page(
  sent: ApiCoachDetail | Failure,
  rows: ReturnType<typeof coach>[] | Failure,
  opened = { tasks: false, mates: false },
) {
  const answers = { sent, rows, known: null as ReturnType<typeof coach> | null, boards: 0 };
  const given = async <T>(answer: T | Failure): Promise<T> => {
    if (typeof answer === 'object' && answer !== null && 'kind' in answer) throw new ApiError(answer);
    return answer;
  };
  const store = new CoachStore('1', {
    api: { coach: () => given(answers.sent) },
    boards: {
      coaches: () => {
        answers.boards += 1;
        return given(answers.rows);
      },
    },
    known: () => answers.known,
  });
  await store.read();
  const fields = coachFields(
    () => store,
    () => NOW,
    opened,
  );
  return { store, answers, shown: () => store, said: (name: string) => fields[name]?.() };
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
    { name: '林小满', deadline: '逾期 2 天', due: 'over', tone: 'warn' },
    { deadline: '已收回', due: 'none', tone: 'off', about: '' },
    { deadline: '已放弃', about: '已搬走' },
  ]);
  expect([said('tasks_count'), said('tasks_left'), said('has_scale')]).toEqual(['3', 0, true]);
});

test('a month without figures has none, and no 0; one that is no month is called as it came', async () => {
  const { store } = await page(detail, []);
  const [month] = detail.history_months;
  const odd = month && { ...detail, history_months: [{ ...month, month: '上半年' }] };
  expect(coachMonths((await page(odd ?? detail, [])).shown)).toMatchObject([{ month: '上半年' }]);
  expect(coachMonths(() => store)).toMatchObject([
    { month: '11 月', is_estimate: true, hours: '164h', income: '¥18,920' },
    { month: '6 月', is_estimate: false, hours: '--', income: '--', recalls: '--' },
  ]);
});

describe('what the head says', () => {
  test('is the detail’s where that came, the row’s where it did not, and -- where neither says it', async () => {
    const row = coach(1, {
      avatar: 'row.png',
      name: '白',
      total_hours: 9,
      total_income: 8,
      customer_count: 7,
      level: '初级',
    });
    const head = ['avatar', 'name', 'level', 'tone', 'month', 'hours', 'income', 'customers'];
    const both = await page({ ...detail, total_hours: null }, [row]);
    expect(head.map(both.said)).toEqual([
      'row.png',
      '白露',
      '高级',
      'legendary',
      '11月',
      '--',
      '¥18,920',
      '28',
    ]);
    const alone = await page(refusal(500), [row]);
    expect(head.map(alone.said)).toEqual(['row.png', '白', '初级', 'ok', '11月', '9', '¥8', '7']);
    const own = await page({ ...detail, avatar: 'own.png' }, [row]);
    expect(own.said('avatar')).toBe('own.png');
    const neither = await page({ ...detail, name: ' ', level: '' }, []);
    expect(['name', 'level', 'stars', 'done'].map(neither.said)).toEqual(['未知助教', '', '', '']);
  });

  test('has skills in the store’s words, as they came where it has none', async () => {
    const skills = [{ value: 'SNOOKER', text: '斯诺克' }];
    const { shown } = await page(detail, []);
    expect([coachSkills(shown, skills), coachSkills(shown, null)]).toEqual([['斯诺克'], ['SNOOKER']]);
    const { shown: row } = await page(refusal(404), [coach(1, { skills: ['KTV'] })]);
    expect(coachSkills(row, skills)).toEqual(['KTV']);
  });

  test('a task count that the board did not tell is not said', async () => {
    const { task_stats: _, ...untold } = coach(1);
    expect((await page(refusal(404), [untold])).said('done')).toBe('');
  });
});

test('the board’s row that is known already is not asked for; one that is not there is none', async () => {
  const { store, answers } = await page(detail, [coach(2)]);
  expect([store.row, answers.boards]).toEqual([null, 1]);
  answers.known = coach(1);
  await store.read();
  expect([store.row?.id, answers.boards]).toEqual(['1', 1]);
});

test('until both answered it is loading, and so is the detail', () => {
  const unread = new CoachStore('1', {
    api: { coach: () => Promise.resolve(detail) },
    boards: { coaches: () => new Promise(() => undefined) },
    known: () => null,
  });
  expect([unread.state, unread.detail_state, unread.trouble]).toEqual(['loading', 'loading', null]);
});

test('what failed is said until it was read, and not that the server has no such route', async () => {
  const { store, answers } = await page(refusal(500), { kind: 'network' });
  expect(store.trouble).toMatchObject({ status: 500 });
  answers.sent = refusal(404);
  await store.read();
  expect([store.trouble, store.state]).toEqual([{ kind: 'network' }, 'failed']);
  answers.rows = [coach(1)];
  await store.read();
  expect([store.trouble, store.state]).toEqual([null, 'ready']);
  answers.sent = detail;
  await store.read();
  expect([store.trouble, store.failure, store.detail_state]).toEqual([null, null, 'ready']);
  answers.sent = { kind: 'network' };
  await store.read();
  expect([store.trouble?.kind, store.detail_state]).toEqual(['network', 'ready']);
});

test('G3 a coach who is refused by now shows nothing of before but the board’s row', async () => {
  const { store, answers, shown } = await page(detail, []);
  answers.sent = refusal(403);
  await store.read();
  expect([store.state, store.detail, coachTasks(shown, NOW, true)]).toEqual(['refused', null, []]);
  const other = await page(detail, [coach(1)]);
  other.answers.sent = refusal(403);
  await other.store.read();
  expect([other.store.state, other.said('detail_state'), other.said('name')]).toEqual([
    ...['ready', 'refused', '助教1'],
  ]);
});

test('of tasks three stand, of customers five; the rest is counted until it is asked for, 40 at most', async () => {
  const mate = (id: number) => ({
    ...{ customer_id: String(id), customer_name: `客${id}`, relation_index: '9.2', visit_count: 4 },
    ...{ total_hours: 8.5, total_income: 2040 },
  });
  const many: ApiCoachDetail = {
    ...detail,
    top_customers: Array.from({ length: 50 }, (_, at) => mate(at + 1)),
    task_groups: { visible: Array.from({ length: 4 }, (_, at) => task(`${at}`)), hidden: [], abandoned: [] },
  };
  const counts = ['tasks_count', 'tasks_left', 'mates_count', 'mates_left'];
  const { shown, said } = await page(many, []);
  expect(counts.map(said)).toEqual(['4', 1, '50', 35]);
  expect([coachTasks(shown, NOW, false).length, coachMates(shown, false).length]).toEqual([3, 5]);
  expect([coachTasks(shown, NOW, true).length, coachMates(shown, true).length]).toEqual([4, 40]);
  expect(coachMates(shown, false)[0]).toMatchObject({
    ...{ name: '客1', tag: '💖 9.2', about: '4 次 · 8.5h', figure: '¥2,040', id: '1' },
  });
  expect(counts.map((await page(many, [], { tasks: true, mates: true })).said)).toEqual(['4', 0, '50', 0]);
  const cuts = ['tasks_cut', 'mates_cut'];
  expect(cuts.map(said)).toEqual([0, 0]);
  expect(cuts.map((await page(many, [], { tasks: true, mates: true })).said)).toEqual([0, 40]);
  const none = await page({ ...detail, task_groups: { visible: [], hidden: [], abandoned: [] } }, []);
  expect(counts.map(none.said)).toEqual(['', 0, '', 0]);
});

test('a service says when, at which table, its hours and those before a deduction; a walk-in leads nowhere', async () => {
  const service = {
    ...{ customer_id: '9', customer_name: '林小满', date: '2026-11-26', course_type: '基础课' },
    ...{ course_type_class: 'basic', table: 'A03', hours: 2, hours_raw: 2.5, income: 260 },
  };
  const walk_in = { ...service, customer_name: '', is_scattered: true, table: '', hours_raw: 2 };
  const { shown } = await page({ ...detail, service_records: [service, walk_in] }, []);
  expect(coachRecords(shown, NOW)).toMatchObject([
    ...[{ name: '林小满', about: '11-26 · A03', beside: '折前 2.5h · 2h', figure: '¥260', id: '9' }],
    ...[{ name: '散客', about: '11-26', beside: '2h', id: '' }],
  ]);
  const six = Array.from({ length: 6 }, () => service);
  expect(coachRecords((await page({ ...detail, service_records: six }, [])).shown, NOW)).toHaveLength(5);
});

test('the income’s parts are the detail’s', async () => {
  const { shown } = await page({ ...detail, income: [{ label: '基础课', amount: 8240, icon: '' }] }, []);
  expect(coachIncome(shown)?.ring).toMatchObject({ total: 18_920, parts: [{ value_text: '¥8,240' }] });
});

test('while there is no detail its parts are not there, and while nobody is signed in nothing is', async () => {
  const parts = (shown: () => CoachStore | null) => [
    ...[coachTasks(shown, NOW, true), coachMates(shown, true), coachRecords(shown, NOW), coachMonths(shown)],
    ...[coachNotes(shown, NOW), coachScale(shown), coachIncome(shown)],
  ];
  const { shown, said } = await page(refusal(404), [coach(1)]);
  expect(parts(shown)).toEqual([[], [], [], [], [], null, null]);
  expect([said('has_scale'), said('unreadable_text')]).toEqual([false, '']);
  const nobody = () => null;
  expect([...parts(nobody), coachSkills(nobody, null)]).toEqual([[], [], [], [], [], null, null, []]);
  const fields = coachFields(nobody, () => NOW, { tasks: false, mates: false });
  const values = Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
  expect(Object.entries(values).filter(([, value]) => value === undefined)).toEqual([]);
  expect(values).toMatchObject({ state: 'failed', detail_state: 'loading', name: '未知助教', avatar: '' });
  expect(values).toMatchObject({ tasks_count: '', mates_count: '', mates_left: 0, scale_text: '' });
  expect(values).toMatchObject({ hours: '--', failed_title: '请重新登录', has_scale: false, scale_fill: 0 });
});
