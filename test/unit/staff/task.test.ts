// A task's page: a module that failed or is absent leaves the others as they are, and the page says only what the
// server sent.
import { likings, nextSteps, taskView, wordRows } from '../../../miniprogram/packages/staff/format/task-view';
import { taskFields, taskRows } from '../../../miniprogram/packages/staff/stores/task/task-view';
import type { ShownTask } from '../../../miniprogram/packages/staff/stores/task/task-view';
import { BARE, decode, FULL, levels, NOW, opened, page } from './task-kit';

const MODULES = [
  ['points_state', 'talking_points'],
  ['clues_state', 'retention_clues'],
  ['service_state', 'service_records'],
  ['service_state', 'service_summary'],
  ['analysis_state', 'ai_analysis'],
  ['notes_state', 'notes'],
] as const;

describe('D3 a module', () => {
  test.each(MODULES)('%s fails alone where %s is broken', async (state, name) => {
    const { read } = await opened({ reply: { ...FULL, [name]: 'soon' } });
    expect([read('state'), read('name')]).toEqual(['ready', '林小满']);
    for (const [other] of MODULES)
      expect([other, read(other)]).toEqual([other, other === state ? 'failed' : 'ready']);
  });

  test('is there again after its retry', async () => {
    const { store, read, answers } = await opened({ reply: { ...FULL, retention_clues: 7 } });
    answers.reply = FULL;
    await store.refresh();
    expect(read('clues_state')).toBe('ready');
  });

  test('D7-33 that the server does not send is absent, and claims nothing', async () => {
    const { read, rows } = await opened({ reply: BARE });
    const states = MODULES.map(([state]) => read(state));
    expect(states).toEqual(['absent', 'absent', 'absent', 'absent', 'absent', 'ready']);
    expect(Object.values(rows()).flat()).toEqual([]);
    expect(read('has_facts')).toBe(false);
  });

  test('D7-13 that is meant for another program is absent, and is logged', async () => {
    const reply = { ...FULL, ai_analysis: { advice: '…', score: 3 }, action_suggestions: [] };
    const { read, foreign } = await opened({ reply });
    expect([read('analysis_state'), foreign]).toEqual(['absent', ['ai_analysis']]);
    expect((await opened({ reply: FULL })).foreign).toEqual([]);
    expect((await opened({ reply: BARE })).foreign).toEqual([]);
  });

  test('D7-14 of talking points or suggestions that are blank is absent', async () => {
    const reply = { ...FULL, talking_points: ['', ' '], ai_analysis: { summary: ' ', suggestions: [''] } };
    const { read } = await opened({ reply: { ...reply, action_suggestions: [], ai_suggestion: '' } });
    expect([read('points_state'), read('analysis_state')]).toEqual(['absent', 'absent']);
  });

  test.each([
    ['service_state', { service_summary: { total_hours: 2 } }],
    ['service_state', { service_summary: { total_income: 9 } }],
    ['service_state', { service_records: FULL.service_records }],
    ['analysis_state', { ai_analysis: { summary: '在意球台' } }],
    ['analysis_state', { ai_analysis: { suggestions: ['周末联系'] } }],
    ['analysis_state', { action_suggestions: ['发微信'] }],
    ['analysis_state', { ai_suggestion: '约周六' }],
  ])('is there with any one of its parts: %s, %j', async (state, more) => {
    expect((await opened({ reply: { ...BARE, ...more } })).read(state)).toBe('ready');
  });

  test('of which one row is broken shows the others', async () => {
    const clues = [...FULL.retention_clues, { tag: '坏', text: 3 }];
    const { read, rows } = await opened({ reply: { ...FULL, retention_clues: clues } });
    expect([read('clues_state'), rows().clues.map(({ text }) => text)]).toEqual(['ready', ['只打中八']]);
  });
});

describe('D3 a task', () => {
  test.each([404, 409])('that is gone (%i) says so, whatever was shown before', async (status) => {
    const { store, read, answers } = await opened({});
    answers.failure = { kind: 'api', status, code: String(status), message: '' };
    await store.refresh();
    expect([read('state'), read('stale_text')]).toEqual(['over', '']);
  });

  test.each([404, 409, 403])('that a proxy answers %i for stays: no backend said so', async (status) => {
    const { store, read, answers } = await opened({});
    answers.failure = { kind: 'http', status };
    await store.refresh();
    expect(read('state')).toBe('ready');
  });

  test('of somebody else is a page without permission', async () => {
    const { read } = await opened({ failure: { kind: 'api', status: 403, code: '403', message: '' } });
    expect(read('state')).toBe('no_permission');
  });

  test('that the system withdrew is over', async () => {
    expect((await opened({ reply: { ...FULL, status: 'inactive' } })).read('state')).toBe('over');
  });

  test('that the list has lost meanwhile is over', async () => {
    const { read, leave } = await opened({});
    leave();
    expect(read('state')).toBe('over');
  });

  test('that cannot be read again is kept, and says that it is from last time', async () => {
    const { store, read, answers } = await opened({});
    answers.failure = { kind: 'network' };
    await store.refresh();
    expect([read('state'), read('stale_text')]).toEqual(['ready', '网络连接失败，显示的是上次的内容']);
  });

  test('D7-25 that a note completed says so, and offers no abandoning', async () => {
    const { read } = await opened({ reply: { ...FULL, status: 'completed' } });
    expect([read('status'), read('done_text'), read('deadline')]).toEqual(['completed', '已完成回访', '']);
  });

  test('D2 whose abandoning is refused says what was undone', async () => {
    const { store, read } = await opened({});
    expect(await store.abandon('搬走了')).toBe(false);
    expect(read('trouble')).toBe('没能放弃“林小满”的任务，已恢复原样。');
    const restored = store.restore();
    expect(read('trouble')).toBe('');
    await restored;
    expect(read('trouble')).toBe('');
  });
});

describe('D3 the page', () => {
  test('has each list in its place', async () => {
    const { rows } = await opened({});
    const { points, likings: likes, clues, records, suggestions, steps } = rows();
    expect([points, likes, clues, suggestions, steps].map((list) => list.map(({ text }) => text))).toEqual([
      ...[['最近忙吗？'], ['靠窗', '中八'], ['只打中八'], ['周末联系'], ['发微信']],
    ]);
    expect(records).toMatchObject([{ where: 'A03', income: '¥260' }]);
    // Notes are shown by their own store, which knows those that were deleted.
    expect(rows().notes).toEqual([]);
  });

  test('is loading until the task came, failed where it did not, and says no more of last time than there was', async () => {
    const { store, read, answers } = page({ failure: { kind: 'network' } });
    expect([read('state'), read('stale_text'), read('failed_title')]).toEqual(['loading', '', '']);
    await store.refresh();
    expect([read('state'), read('stale_text'), read('failed_title')]).toEqual([
      ...['failed', '', '网络连接失败'],
    ]);
    delete answers.failure;
    await store.refresh();
    expect([read('state'), read('failed_title')]).toEqual(['ready', '']);
  });

  test.each(['pin', 'abandon', 'restore'] as const)('reads the task again after it: %s', async (act) => {
    const { store, asked } = await opened({});
    await { pin: () => store.setPinned(true), abandon: () => store.abandon('…'), restore: store.restore }[
      act
    ]();
    expect(asked).toEqual(['task', 'receive 7', act, 'task', 'receive 7']);
  });

  test('does nothing to a task that it does not have', async () => {
    const { store, asked } = page({});
    await store.setPinned(true);
    expect([asked, store.task]).toEqual([[], null]);
  });

  test('that was left learns nothing any more, nor does its list', async () => {
    const { store, asked } = page({});
    const reading = store.refresh();
    store.dispose();
    await reading;
    expect([store.detail, store.failure, asked]).toEqual([null, null, ['task']]);
  });

  test('shows the task as the list has it, with changes that are not confirmed', async () => {
    const { read, change } = await opened({});
    expect([read('is_pinned'), read('status')]).toEqual([false, 'pending']);
    change({ is_pinned: true, status: 'abandoned' });
    expect([read('is_pinned'), read('status'), read('name')]).toEqual([true, 'abandoned', '林小满']);
  });

  test('while nobody is signed in claims nothing, and no field is without a value', () => {
    const nobody: ShownTask = { store: () => null, notes: () => null, now: () => NOW, levels };
    const said = Object.fromEntries(Object.entries(taskFields(nobody)).map(([name, of]) => [name, of()]));
    expect(Object.entries(said).filter(([, value]) => value === undefined)).toEqual([]);
    expect(said).toMatchObject({
      state: 'signed_out',
      name: '',
      stale_text: '',
      trouble: '',
      failed_title: '',
    });
    expect(Object.values(taskRows(nobody)).flat()).toEqual([]);
  });
});

describe("D7 a task's words", () => {
  const view = (more: object) => taskView(decode({ ...FULL, ...more }), NOW, levels);

  test('every one of the head', () => {
    expect(view({})).toMatchObject({
      ...{
        name: '林小满',
        heart: '💖 9.2',
        type: '客户回访',
        deadline: '逾期 2 天',
        deadline_tone: 'danger',
      },
      ...{ level: '银卡储值', absent_days: '18', last_spend: '¥368', trend: 'down', trend_text: '下降' },
      ...{ risk_text: '高', risk_tone: 'danger', can_open: true },
      dates: '截止 11-25 · 上次到店 11-09 · 储值 ¥3,280',
    });
  });

  test('D7-7 no direction is shown where the server sends none, or one that nobody knows', () => {
    expect([view({ spend_trend: null }).trend, view({ spend_trend: 'sideways' }).trend]).toEqual(['', '']);
    expect(view({ spend_trend: 'constructor' }).trend_text).toBe('--');
  });

  test('D7-27 D7-35 no phone and no name are no "undefined"', () => {
    const bare = taskView(decode({ ...BARE, customer_name: null, customer_phone: null }), NOW, levels);
    expect([bare.phone, bare.name, bare.dates, bare.level]).toEqual(['', '未知客户', '', '']);
    expect(JSON.stringify(bare)).not.toMatch(/undefined|null|NaN/);
  });

  test('D7-28 a walk-in has no page to open', () => {
    expect(view({ is_scattered: true }).can_open).toBe(false);
    expect(view({ customer_id: null }).can_open).toBe(false);
  });

  test('what they like comes from both lists, each once', () => {
    const task = decode({ ...FULL, preferences: ['靠窗', '中八'], hobbies: ['中八', ''] });
    expect(likings(task).map(({ text }) => text)).toEqual(['靠窗', '中八']);
  });

  test('the one line of the list is a next step, unless the analysis says the same', () => {
    const steps = (ai_suggestion: string) =>
      nextSteps(decode({ ...FULL, ai_suggestion })).map(({ text }) => text);
    expect([steps('约周六'), steps('周末联系')]).toEqual([['发微信', '约周六'], ['发微信']]);
    expect(wordRows(['a', 'a', ' '])).toHaveLength(1);
  });
});
