// The task list: groups in the server's order, page by page, and what is done to a task, whatever becomes of the request.
import { settle } from '../../../support/fake-time';
import { desk, groupsOf, refusal, task, tasks } from './kit';

const offline = { kind: 'network' } as const;
const three = [
  task(3, { is_pinned: true, customer_name: '林小满' }),
  task(1, { customer_name: '陈默' }),
  task(2, { status: 'abandoned', customer_name: '何俊' }),
];

describe('the list', () => {
  it('has three groups, each in the server’s order; finished and withdrawn tasks are not shown', async () => {
    const held = [
      task(9),
      ...three,
      task(4, { status: 'completed' }),
      task(5, { status: 'inactive' }),
      task(6),
    ];
    expect(groupsOf((await desk(held)).tasks)).toBe('3 | 9,1,6 | 2');
  });

  it('D7 26: shows a task once, by its id alone, although two tasks are of one customer and one type', async () => {
    const held = [task(1, { customer_name: '林小满' }), task(2, { customer_name: '林小满' }), task(1)];
    expect(groupsOf((await desk(held)).tasks)).toBe(' | 1,2 | ');
  });

  it('D7 24: without any abandoned task there is no such group, and no error', async () => {
    const { tasks: list } = await desk([task(1)]);
    expect([list.state, groupsOf(list)]).toEqual(['ready', ' | 1 | ']);
  });

  it('reads on page by page, first what has no room yet, and tells no task twice when pages shift', async () => {
    const { server, tasks: list } = await desk(tasks(220));
    expect([list.shown, list.found, list.has_more]).toEqual([40, 100, true]);
    await list.loadMore();
    await list.loadMore();
    expect([list.shown, server.asked]).toEqual([100, ['list 1']]);
    server.held = server.held.slice(1);
    await list.loadMore();
    expect(server.asked).toEqual(['list 1', 'list 2']);
    // Fewer than before: one moved up over the edge, so the page before is read once more.
    for (let reach = 0; reach < 6; reach += 1) await list.loadMore();
    expect(server.asked).toEqual(['list 1', 'list 2', 'list 1', 'list 2', 'list 3']);
    expect(new Set(list.all.map(({ id }) => id)).size).toBe(list.all.length);
    expect(list.all.map(({ id }) => id)).toContain('101');
  });

  it('read anew it is as long as it was, so that nobody loses their place', async () => {
    const { server, tasks: list } = await desk(tasks(220));
    await list.pages.loadMore();
    server.held = server.held.slice(10);
    server.asked = [];
    await list.reload();
    expect(server.asked).toEqual(['list 1', 'list 2']);
    expect([list.all.length, list.all[0]?.id]).toEqual([200, '11']);
  });

  it('stops at a page of finished tasks behind open ones, and reads on after a page of which nothing is shown', async () => {
    const done = Array.from({ length: 200 }, (_, at) => task(`done-${at}`, { status: 'completed' }));
    const { server, tasks: list } = await desk([...tasks(100), ...done]);
    await list.pages.loadMore();
    expect([server.asked, list.pages.has_more]).toEqual([['list 1', 'list 2'], false]);

    const behind = await desk([...done.slice(0, 110), task(1)]);
    await settle();
    expect([behind.server.asked, behind.tasks.state]).toEqual([['list 1', 'list 2'], 'ready']);
  });

  it('is empty where there is nothing to show, and failed where it could not be read', async () => {
    expect((await desk([task(1, { status: 'completed' })])).tasks.state).toBe('empty');
    const broken = await desk([task(1)], (server) => server.lists.push(offline));
    expect(broken.tasks.state).toBe('failed');
  });

  it('a refresh that fails leaves what there was', async () => {
    const { server, tasks: list } = await desk(three);
    server.lists.push(offline);
    await list.refresh();
    expect([list.state, groupsOf(list)]).toEqual(['ready', '3 | 1 | 2']);
  });

  it('seen again it is read again, but not twice within 15 s', async () => {
    const { server, tasks: list, clock } = await desk(three);
    await list.show();
    expect(server.asked).toEqual(['list 1']);
    clock.ms += 15_000;
    await list.show();
    expect(server.asked).toEqual(['list 1', 'list 1']);
  });

  it('counts as due what is due today or was before, of open tasks', async () => {
    const held = [
      task(1, { deadline: '2026-11-27' }),
      task(2, { deadline: '2026-11-25' }),
      task(3, { deadline: '2026-11-28' }),
      task(4, { deadline: '' }),
      task(5, { deadline: '2026-11-25', status: 'abandoned' }),
    ];
    const { tasks: list, clock } = await desk(held);
    expect(list.due).toBe(2);
    clock.ms += 86_400_000;
    await list.show();
    expect(list.due).toBe(3);
  });
});

describe('D2 what is done to a task', () => {
  const lin = { id: '3', customer_name: '林小满' };
  const chen = { id: '1', customer_name: '陈默' };
  const he = { id: '2', customer_name: '何俊' };

  it('shows at once, and says nothing where it succeeds', async () => {
    const { server, tasks: list } = await desk(three);
    const pinned = list.setPinned(chen, true);
    expect(groupsOf(list)).toBe('3,1 |  | 2');
    expect(await pinned).toBe('');
    expect(await list.abandon(lin, '联系不上')).toBe('');
    expect(groupsOf(list)).toBe('1 |  | 3,2');
    expect(await list.restore(he)).toBe('');
    expect(groupsOf(list)).toBe('1 | 2 | 3');
    expect(server.asked.slice(1)).toEqual(['pin 1', 'abandon 3 联系不上', 'restore 2']);
  });

  it('D7 23: an abandoned task is open again at once, in its group, unpinned', async () => {
    const { tasks: list } = await desk(three);
    void list.restore(he);
    expect(groupsOf(list)).toBe('3 | 1,2 | ');
  });

  it('refused it is undone, and the sentence names what was', async () => {
    const { server, tasks: list } = await desk(three);
    server.writes.push(refusal(422, '原因不能为空'));
    expect(await list.abandon(chen, '…')).toBe(
      '没能放弃“陈默”的任务，已恢复原样。填写的内容有误，原因不能为空。',
    );
    expect(groupsOf(list)).toBe('3 | 1 | 2');
    expect(server.asked).not.toContain('task 1');
  });

  it('refused because the task has changed meanwhile, the task is read again', async () => {
    const { server, tasks: list } = await desk(three);
    server.change('1', { status: 'completed' });
    server.writes.push(refusal(409, '任务已完成，不能放弃'));
    expect(await list.abandon(chen, '联系不上')).toContain('已恢复原样。状态已变化，任务已完成，不能放弃。');
    await settle();
    expect(groupsOf(list)).toBe('3 |  | 2');

    server.held = server.held.filter(({ id }) => id !== '3');
    server.writes.push(refusal(404, '任务不存在'));
    expect(await list.setPinned(lin, false)).toContain('没能取消置顶“林小满”的任务');
    await settle();
    expect(groupsOf(list)).toBe(' |  | 2');
  });

  it('carried out although the answer was lost, it holds, and nothing is said', async () => {
    const { server, tasks: list } = await desk(three);
    server.writes.push('lost_after');
    expect(await list.setPinned(chen, true)).toBe('');
    expect([server.asked.slice(1), groupsOf(list)]).toEqual([['pin 1', 'task 1'], '3,1 |  | 2']);
  });

  it('lost before it was carried out, it is undone', async () => {
    const { server, tasks: list } = await desk(three);
    server.writes.push(offline);
    expect(await list.restore(he)).toContain('没能取消放弃“何俊”的任务，已恢复原样。网络连接失败');
    expect(groupsOf(list)).toBe('3 | 1 | 2');
  });

  it('where the outcome is unknown, the list is read again, and the sentence says so', async () => {
    const { server, tasks: list } = await desk(three);
    server.writes.push('lost_after');
    server.details.push(offline);
    expect(await list.setPinned(chen, true)).toContain('还不确定是否已置顶“陈默”的任务');
    await settle();
    expect([server.asked, groupsOf(list)]).toEqual([['list 1', 'pin 1', 'task 1', 'list 1'], '3,1 |  | 2']);
  });

  it('is known to the task’s own page, also of a task that the list does not have', async () => {
    const { server, tasks: list } = await desk(three);
    const far = task(77);
    server.held.push(far);
    const asked = list.setPinned(far, true);
    expect(list.now(far)?.is_pinned).toBe(true);
    expect(await asked).toBe('');
    expect(list.now(far)?.is_pinned).toBe(false);
  });

  it('D7 25: what the task’s own page read is taken over: a note has completed it', async () => {
    const { tasks: list } = await desk(three);
    list.receive(task(1, { status: 'completed', has_note: true }));
    expect(groupsOf(list)).toBe('3 |  | 2');
    list.receive(task(88));
    expect(groupsOf(list)).toBe('3 |  | 2');
  });
});
