// The task list read again: after a note, when the page is seen, after what failed; and what it keeps for that.
import { Tasks } from '../../../../miniprogram/packages/staff/stores/tasks/tasks';
import {
  taskFailureOf,
  taskListFields,
  taskRowsOf,
} from '../../../../miniprogram/packages/staff/stores/tasks/tasks-view';
import { settle } from '../../../support/fake-time';
import { desk, FakeServer, groupsOf, memoryArea, NOW, refusal, task, tasks } from './kit';

const offline = { kind: 'network' } as const;
/** The list's field of a name. */
const of = (list: Tasks) => {
  const fields = taskListFields(
    () => list,
    () => '',
  );
  return (name: string) => fields[name]?.();
};

describe('D7 25: after a note', () => {
  it('a task that it completed is gone from the list, and that is told', async () => {
    const { server, tasks: list } = await desk(tasks(2));
    server.change('1', { status: 'completed', has_note: true });
    expect(await list.renew('1')).toBe(true);
    expect([groupsOf(list), server.asked]).toEqual([' | 2 | ', ['list 1', 'task 1']]);
  });

  it('a task that stays open shows that it has a note, and keeps what the reply leaves out', async () => {
    const { server, tasks: list } = await desk([task(1, { ai_suggestion: '约周六', balance: 5 }), task(2)]);
    server.held = [task(1, { has_note: true }), task(2)];
    expect(await list.renew('1')).toBe(false);
    expect(list.find('1')).toMatchObject({ has_note: true, ai_suggestion: '约周六', balance: 5 });
  });

  it('what its own page read keeps the task’s own fields that the reply leaves out, and no other’s', async () => {
    const { tasks: list } = await desk([task(1, { ai_suggestion: '约周六' }), task(2, { balance: 5 })]);
    list.receive(task(2, { has_note: true }));
    expect(list.find('2')).toEqual(task(2, { has_note: true, balance: 5 }));
    expect(list.find('1')).toEqual(task(1, { ai_suggestion: '约周六' }));
  });

  it('what its own page read is taken over as far as it goes', async () => {
    const known = { is_scattered: true, last_visit_days: 3, balance: 5, ai_suggestion: '约周六' };
    const { tasks: list } = await desk([task(1, known)]);
    list.receive(task(1, { customer_name: '散客' }));
    expect(list.find('1')).toEqual(task(1, { ...known, customer_name: '散客' }));
    const now = { is_scattered: false, last_visit_days: 0, balance: 0, ai_suggestion: '' };
    list.receive(task(1, now));
    expect(list.find('1')).toEqual(task(1, now));
  });

  it('a task that cannot be read stays as it was, and nothing is told', async () => {
    const { server, tasks: list } = await desk(tasks(2));
    server.change('1', { status: 'completed' });
    server.details.push(offline);
    expect([await list.renew('1'), groupsOf(list)]).toEqual([false, ' | 1,2 | ']);
  });

  it.each([403, 404])(
    'a task that is gone or somebody else’s (%i) goes, and was not completed',
    async (status) => {
      const { server, tasks: list } = await desk(tasks(2));
      server.details.push(refusal(status, ''));
      expect([await list.renew('1'), groupsOf(list)]).toEqual([false, ' | 2 | ']);
    },
  );

  it('a task that the list did not have is not told to be completed', async () => {
    const { server, tasks: list } = await desk(tasks(2));
    server.held.push(task(77, { status: 'completed' }));
    expect([await list.renew('77'), groupsOf(list)]).toEqual([false, ' | 1,2 | ']);
  });
});

describe('seen again', () => {
  it('it is not read twice at a time, neither its first page nor behind a further one', async () => {
    const { server, tasks: list, clock } = await desk(tasks(220));
    clock.ms += 15_000;
    void list.pages.refresh();
    void list.show();
    await settle();
    expect(server.asked).toEqual(['list 1', 'list 1']);
    clock.ms += 15_000;
    void list.pages.loadMore();
    void list.show();
    await settle();
    expect(server.asked).toEqual(['list 1', 'list 1', 'list 2']);
  });

  it('it is read where the last reading failed, and where that was of a further page alone', async () => {
    const failing = await desk(tasks(2), (server) => server.lists.push(offline));
    await failing.tasks.show();
    expect([failing.server.asked, failing.tasks.state]).toEqual([['list 1', 'list 1'], 'ready']);

    const { server, tasks: list, clock } = await desk(tasks(120));
    clock.ms += 10_000;
    await list.pages.loadMore();
    clock.ms += 5_000;
    server.asked = [];
    await list.show();
    expect(server.asked).toEqual(['list 1', 'list 2']);
  });

  it('it tells what is due on the day that it is then', async () => {
    const { tasks: list, clock } = await desk([task(1, { deadline: '2026-11-28' })]);
    expect([list.due, taskRowsOf(list)[1]?.due]).toEqual([0, 'soon']);
    clock.ms += 86_400_000;
    await list.show();
    expect([list.due, taskRowsOf(list)[1]?.due]).toEqual([1, 'today']);
  });
});

describe('the day', () => {
  it('is that of the books, asked for with each look; words are for now before the answer', async () => {
    const books = { ms: NOW, asked: 0, now: () => books.ms };
    const day = Object.assign(books, {
      look: () => {
        books.asked += 1;
        return books.asked < 3 ? Promise.resolve() : new Promise<void>(() => undefined);
      },
    });
    const { tasks: list } = await desk([task(1, { deadline: '2026-11-28' })], undefined, day);
    await list.show();
    expect([day.asked, list.due]).toEqual([2, 0]);
    books.ms += 86_400_000;
    void list.show();
    expect([day.asked, list.due]).toEqual([3, 1]);
  });

  it('turns at midnight in Beijing', async () => {
    const { tasks: list, clock } = await desk([task(1, { deadline: '2026-11-28' })]);
    const dueAt = async (hour: number, minute: number) => {
      clock.ms = Date.UTC(2026, 10, 27, hour - 8, minute);
      await list.show();
      return [list.due, list.options.map(({ value }) => value).includes('today')];
    };
    expect(await dueAt(23, 59)).toEqual([0, false]);
    expect(await dueAt(24, 1)).toEqual([1, true]);
    expect(await dueAt(47, 59)).toEqual([1, true]);
    expect(await dueAt(48, 1)).toEqual([1, false]);
  });

  it('is looked at again with each reading', async () => {
    const { tasks: list, clock } = await desk([task(1, { deadline: '2026-11-28' })]);
    clock.ms += 86_400_000;
    await list.refresh();
    expect(list.due).toBe(1);
  });
});

it('without a task there is nothing to narrow', async () => {
  expect((await desk([])).tasks.options).toEqual([]);
});

describe('a list that shrank', () => {
  it('is read no further than it goes now', async () => {
    const { server, tasks: list } = await desk(tasks(220));
    await list.pages.loadMore();
    server.held = server.held.slice(0, 90);
    server.asked = [];
    await list.reload();
    expect([server.asked, list.all.length, list.pages.has_more]).toEqual([['list 1'], 90, false]);
  });

  it('of a backend that does not say how many there are is read page by page all the same', async () => {
    const { server, tasks: list } = await desk(tasks(220), (first) => (first.counts = false));
    for (let reach = 0; reach < 8; reach += 1) await list.loadMore();
    expect([server.asked, list.all.length]).toEqual([['list 1', 'list 2', 'list 3'], 220]);
    server.asked = [];
    await list.refresh();
    expect([server.asked, list.all.length]).toEqual([['list 1', 'list 2', 'list 3'], 220]);
  });
});

it('another filter begins with its first cards', async () => {
  const { tasks: list } = await desk(tasks(220));
  await list.loadMore();
  expect(list.shown).toBe(80);
  list.setFilter({ query: '客户' });
  expect([list.shown, list.has_more]).toEqual([40, true]);
});

it('blanks are no search', async () => {
  const { tasks: list } = await desk(tasks(2));
  list.setFilter({ query: '  ' });
  expect([list.narrowed, list.applied.query, list.found]).toEqual([false, '', 2]);
});

it('what failed of the first page or a further one is what is to be mended', async () => {
  const { server, tasks: list } = await desk(tasks(220));
  expect([taskFailureOf(list), taskFailureOf(null)]).toEqual([null, null]);
  server.lists.push(offline);
  await list.pages.loadMore();
  expect([taskFailureOf(list), list.adding.state]).toEqual([offline, 'failed']);
  await list.refresh();
  expect([taskFailureOf(list), list.adding.state]).toEqual([null, 'idle']);
  server.lists.push(refusal(500, ''));
  await list.refresh();
  expect(taskFailureOf(list)).toMatchObject({ status: 500 });
});

it('what could not be done with a task is not said any more once the list was read again', async () => {
  const { server, tasks: list } = await desk(tasks(2));
  server.writes.push(offline);
  await list.setPinned({ id: '1', customer_name: '客户1' }, true);
  expect(list.trouble).toMatchObject({ id: '1' });
  await list.refresh();
  expect(list.trouble).toBeNull();
});

it('a task that is refused to the person (403) is read again, and goes where it is somebody else’s', async () => {
  const { server, tasks: list } = await desk(tasks(2));
  server.writes.push(refusal(403, '不是你的任务'));
  server.details.push(refusal(403, ''));
  await list.abandon({ id: '1', customer_name: '客户1' }, '联系不上');
  await settle();
  expect([server.asked.slice(2), groupsOf(list)]).toEqual([['task 1'], ' | 2 | ']);
});

it('that a card can be swiped is known to the next start', async () => {
  const area = memoryArea();
  const open = () => {
    const clock = { now: () => NOW };
    const day = { now: clock.now, look: () => Promise.resolve() };
    return new Tasks({ api: new FakeServer([task(1)]).api, area, clock, day });
  };
  const first = open();
  expect(first.swiped).toBe(false);
  first.learn();
  expect([first.swiped, open().swiped]).toEqual([true, true]);
});

it('abandoned tasks stand in one card: it has a first and a last', async () => {
  const { tasks: list } = await desk(tasks(4, { status: 'abandoned' }));
  expect(taskRowsOf(list).map(({ edge }) => edge)).toEqual(['first', 'first', '', '', 'last']);
});

it('while nobody is signed in nothing is claimed, and no field is without a value', () => {
  const fields = taskListFields(
    () => null,
    () => 'offline',
  );
  const said = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value()]));
  expect(Object.entries(said).filter(([, value]) => value === undefined)).toEqual([]);
  expect(said).toMatchObject({
    ...{ state: 'signed_out', notice_text: '', foot: '', lost_trouble: '', kind: '', query: '' },
    ...{ no_match: false, footer_text: '', failed_title: '请重新登录' },
  });
  expect(taskRowsOf(null)).toEqual([]);
});

it('nothing is said of a list that was not read, nor of swiping where there is no card', async () => {
  const unread = (await desk(tasks(1), (server) => server.lists.push(offline))).tasks;
  expect(['state', 'notice_text', 'foot', 'no_match', 'footer_text', 'lost_trouble'].map(of(unread))).toEqual(
    [...['failed', '', '', false, '', '']],
  );
  const { tasks: list } = await desk(tasks(1));
  list.setFilter({ query: '没有' });
  expect([of(list)('foot'), of(list)('notice_text'), of(list)('notice_action')]).toEqual([
    '14:00 更新',
    '',
    '',
  ]);
});
