// What the list shows of its tasks: cards, filters with their counts, words for what is missing.
import fc from 'fast-check';
import { abandonReason, LONGEST_WORDS } from '../../../../miniprogram/packages/staff/format/abandon';
import { taskRow } from '../../../../miniprogram/packages/staff/format/task-row';
import { taskListFields, taskRowsOf } from '../../../../miniprogram/packages/staff/stores/tasks/tasks-view';
import { desk, NOW, task, tasks } from './kit';

const shown = (list: Parameters<typeof taskRowsOf>[0]): string[] =>
  taskRowsOf(list).map(({ kind, title, count }) => (kind === 'head' ? `${title} ${count}`.trim() : title));

const texts = (list: Parameters<typeof taskRowsOf>[0], link: '' | 'offline' = '') => {
  const fields = taskListFields(
    () => list,
    () => link,
  );
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
};

describe('a card', () => {
  it('says when, how close, what, and what to say', () => {
    const row = taskRow(
      task(1, { heart_score: 9.2, hobbies: ['中八', '周末下午'], deadline: '2026-11-25' }),
      NOW,
    );
    expect(row).toMatchObject({
      ...{ title: '客户1', letter: '客', heart: '💖 9.2', deadline: '逾期 2 天', due: 'over' },
      ...{ type: '优先召回', tone: 'warn', hobby_1: '中八', hobby_2: '周末下午', hobby_3: '', say: '' },
    });
  });

  it('shows the one line of advice, else what is known of the customer, else nothing', () => {
    const say = (more: Parameters<typeof task>[1]) => taskRow(task(1, more), NOW).say;
    expect(say({ ai_suggestion: ' 约周末 ', balance: 3_280 })).toBe('约周末');
    expect(say({ ai_suggestion: '', balance: 3_280, last_visit_days: 12 })).toBe(
      '储值还有 ¥3,280，12 天没来',
    );
    expect(say({ balance: 0, last_visit_days: 0 })).toBe('今天来过');
    expect(say({})).toBe('');
  });

  it('D7 35, 27: a customer without a name is 未知客户, a walk-in 散客; nothing is ever “undefined” or NaN', () => {
    const name = (more: Parameters<typeof task>[1]) => taskRow(task(1, more), NOW).title;
    expect(name({ customer_name: ' ' })).toBe('未知客户');
    expect(name({ customer_name: '', is_scattered: true })).toBe('散客');
    const word = fc.oneof(fc.string(), fc.constantFrom('', '2026-02-30', '2026-11-27', 'callback'));
    fc.assert(
      fc.property(word, word, fc.option(fc.double()), fc.array(word), (one, other, score, hobbies) => {
        const row = taskRow(
          task(1, {
            customer_name: one,
            deadline: other,
            task_type: one,
            task_type_label: '',
            heart_score: score,
            hobbies,
          }),
          NOW,
        );
        for (const value of Object.values(row)) expect(value).toBeDefined();
        expect(row.heart + row.deadline + row.say).not.toMatch(/undefined|NaN|null/);
      }),
    );
  });
});

describe('the list', () => {
  it('stands in groups under heads with their counts, of which only those with a task', async () => {
    const held = [task(1, { is_pinned: true }), task(2), task(3), task(4, { status: 'abandoned' })];
    const { tasks: list } = await desk(held);
    expect(shown(list)).toEqual(['置顶 1', '客户1', '待办 2', '客户2', '客户3', '已放弃 1', '客户4']);
    expect(taskRowsOf(list).map(({ edge }) => edge)).toEqual(['first', '', '', '', '', '', 'only']);
  });

  it('tells no counts as long as there is more to read, and carries no more rows than one setData may', async () => {
    const { tasks: list } = await desk(tasks(220));
    expect(shown(list).slice(0, 2)).toEqual(['待办', '客户1']);
    expect(new TextEncoder().encode(JSON.stringify(taskRowsOf(list))).length).toBeLessThan(32 * 1024);
    expect(texts(list)).toMatchObject({ footer_text: '上滑或点此加载更多', footer_action: true });
  });

  it('carries as many cards as are to be shown, through all its groups', async () => {
    const { tasks: list } = await desk([
      ...tasks(30, { is_pinned: true }),
      ...Array.from({ length: 30 }, (_, at) => task(at + 31)),
    ]);
    const kinds = () => taskRowsOf(list).map(({ kind }) => kind);
    expect([kinds().length, kinds().indexOf('head', 1)]).toEqual([42, 31]);
    await list.loadMore();
    expect(kinds()).toHaveLength(62);
  });

  it('keeps the very row of a task that did not change', async () => {
    const { server, tasks: list } = await desk(tasks(3));
    const before = taskRowsOf(list);
    await list.setPinned({ id: '2', customer_name: '客户2' }, true);
    const after = taskRowsOf(list);
    expect(after.filter((row) => before.includes(row)).map(({ title }) => title)).toEqual(['客户1', '客户3']);
    expect(server.asked).toEqual(['list 1', 'pin 2']);
  });
});

describe('D2 the filter', () => {
  const held = [
    task(1, { deadline: '2026-11-27', task_type: 'follow_up_visit', customer_name: '林小满' }),
    task(2, { deadline: '2026-11-20', hobbies: ['Snooker'] }),
    task(3, { deadline: '2026-11-20', status: 'abandoned' }),
    task(4, { task_type: 'invented_in_2028', task_type_label: '生日问候' }),
  ];
  const found = (list: Parameters<typeof taskRowsOf>[0]) =>
    taskRowsOf(list).flatMap(({ kind, id }) => (kind === 'head' ? [] : [id]));

  it('offers what occurs, each with its right count', async () => {
    const { tasks: list } = await desk(held);
    const offered = list.options.map(({ value, count }) => `${value} ${count}`);
    expect(offered).toEqual([' 4', 'today 1', 'over 1', 'priority_recall 2', 'follow_up_visit 1']);
    for (const { value, count } of list.options) {
      list.setFilter({ kind: value });
      expect(found(list)).toHaveLength(Number(count));
    }
  });

  it('D7 20: nothing of a choice is sent: a server that knows other types refuses nothing', async () => {
    const { server, tasks: list } = await desk(held);
    for (const { value } of list.options) list.setFilter({ kind: value, query: '林' });
    await list.refresh();
    expect(server.asked).toEqual(['list 1', 'list 1']);
  });

  it('a choice that no task has any more is none', async () => {
    const { server, tasks: list } = await desk(held);
    list.setFilter({ kind: 'today' });
    expect(found(list)).toEqual(['1']);
    server.held = held.slice(1);
    await list.refresh();
    expect([list.applied.kind, found(list)]).toEqual(['', ['2', '4', '3']]);
  });

  it('searches names and hobbies in what is loaded, in any case of letters, and says so', async () => {
    const { tasks: list } = await desk(held);
    list.setFilter({ query: ' snook' });
    expect(found(list)).toEqual(['2']);
    expect(texts(list)['footer_text']).toBe('共 4 项任务，找到 1 项任务');
    list.setFilter({ query: '小满' });
    expect(found(list)).toEqual(['1']);
    list.setFilter({ query: '没有' });
    expect(texts(list)).toMatchObject({ no_match: true });
    const more = await desk(tasks(220));
    more.tasks.setFilter({ query: '客户1' });
    expect(texts(more.tasks)['footer_text']).toBe('已在加载的 100 项任务中查找，点此加载更多');
  });
});

describe('what is said around it', () => {
  it('the time of the data, and how to swipe until that is known', async () => {
    const { tasks: list } = await desk(tasks(1));
    expect(texts(list)['foot']).toBe('14:00 更新 · 左滑备注或放弃，右滑置顶');
    list.learn();
    expect(texts(list)['foot']).toBe('14:00 更新');
  });

  it('a refresh that failed, and a network that is gone, with the time of what shows', async () => {
    const { server, tasks: list } = await desk(tasks(1));
    server.lists.push({ kind: 'network' });
    await list.refresh();
    expect(texts(list)).toMatchObject({
      notice_text: '没能刷新，下面是 14:00 的任务',
      notice_action: '重试',
    });
    expect(texts(list, 'offline')).toMatchObject({
      ...{ notice_text: '网络不可用，下面是 14:00 的任务', notice_action: '' },
    });
  });

  it('D2 what was undone stands under its task, or above the list where that is not on the page; once', async () => {
    const { server, tasks: list } = await desk(tasks(2));
    server.writes.push({ kind: 'api', status: 422, code: '422', message: '' });
    await list.abandon({ id: '2', customer_name: '客户2' }, '联系不上');
    const troubles = () => taskRowsOf(list).flatMap(({ id, trouble }) => (trouble === '' ? [] : [id]));
    expect([troubles(), texts(list)['lost_trouble']]).toEqual([['2'], '']);
    list.setFilter({ query: '客户1' });
    expect(troubles()).toEqual([]);
    expect(texts(list)['lost_trouble']).toContain('没能放弃“客户2”的任务');
    await list.setPinned({ id: '1', customer_name: '客户1' }, true);
    expect([troubles(), texts(list)['lost_trouble']]).toEqual([[], '']);
  });

  it('D2 what was undone of a task further down stands above the list until its card is there', async () => {
    const { server, tasks: list } = await desk(tasks(60));
    server.writes.push({ kind: 'api', status: 422, code: '422', message: '' });
    await list.abandon({ id: '50', customer_name: '客户50' }, '联系不上');
    expect(texts(list)['lost_trouble']).toContain('没能放弃“客户50”的任务');
    await list.loadMore();
    expect(texts(list)['lost_trouble']).toBe('');
  });
});

test('D2 a reason is a choice, own words, or both, and never empty or longer than the server takes', () => {
  expect(abandonReason('', ' \n ')).toBe('');
  expect(abandonReason('联系不上', '')).toBe('联系不上');
  expect(abandonReason('客户不想被打扰', ' 过完年再联系 ')).toBe('客户不想被打扰：过完年再联系');
  expect(abandonReason('客户不想被打扰', 'x'.repeat(500)).length).toBeLessThanOrEqual(200);
  expect(LONGEST_WORDS).toBeLessThan(200);
});
