// Tickets as their pages bind them: the list, and one ticket that is looked for page by page.
import { autorun } from 'mobx-miniprogram';
import type { ChatApi } from '../../../../miniprogram/packages/member/api/chat';
import { Tickets } from '../../../../miniprogram/packages/member/stores/chat/tickets';
import {
  ticketFailureOf,
  ticketFields,
  ticketListFields,
} from '../../../../miniprogram/packages/member/stores/chat/tickets-view';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { ChatIssue } from '../../../../typings/v4/chat';
import { settle } from '../../../support/fake-time';
import { fail, refused } from './kit';

type Fields = Record<string, () => string | number | boolean>;
const seen = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read()]));
const list = (tickets: Tickets | null) =>
  seen(
    ticketListFields(
      () => tickets,
      () => '',
    ),
  );
const page = (tickets: Tickets | null, issue_id: string) =>
  seen(
    ticketFields(
      () => tickets,
      issue_id,
      () => '',
    ),
  );

/** The newest first; the newest is under way, the others are closed. */
function server(count: number) {
  const rows: ChatIssue[] = Array.from({ length: count }, (_, index) => ({
    ...{ issue_id: String(count - index), issue_type: 'item', title: `第 ${count - index} 张` },
    status: index === 0 ? 'processing' : 'closed',
  }));
  const failures = new Map<number, Failure>();
  const held: (() => void)[] = [];
  const api: Pick<ChatApi, 'issues'> = {
    issues: async ({ page: at, page_size }) => {
      await new Promise<void>((resolve) => held.push(resolve));
      const failure = failures.get(at);
      if (failure !== undefined) return fail(failure);
      const some = rows.slice((at - 1) * page_size, at * page_size).map((issue) => ({ ...issue }));
      return { rows: some, count: rows.length, page: at, page_size };
    },
  };
  const answer = async () => {
    held.splice(0).forEach((release) => release());
    await settle();
  };
  return { tickets: new Tickets(api), rows, failures, answer };
}

describe('the list of tickets', () => {
  it('is loading, then there; what is chosen is said while it is in force', async () => {
    const { tickets, rows, answer } = server(8);
    void tickets.pages.refresh();
    expect(list(tickets)).toMatchObject({ state: 'loading', status: '', footer_text: '' });
    await answer();
    expect(list(tickets)).toMatchObject({ state: 'ready', status: '', footer_text: '共 8 张服务单' });
    tickets.choose('processing');
    expect(list(tickets)).toMatchObject({ status: 'processing', footer_text: '' });
    expect(tickets.shown.map(({ issue_id }) => issue_id)).toEqual(['8']);
    rows.forEach((issue) => (issue.status = 'closed'));
    void tickets.pages.refresh();
    await answer();
    expect(list(tickets)).toMatchObject({ status: '', footer_text: '共 8 张服务单' });
  });

  it('tells who watches of a choice, and of what was read', async () => {
    const { tickets, answer } = server(8);
    const told: [number, string][] = [];
    const off = autorun(() => told.push([tickets.shown.length, tickets.applied]));
    void tickets.pages.refresh();
    await answer();
    const { choose } = tickets;
    choose('processing');
    choose('');
    off();
    choose('processing');
    expect(told).toEqual([
      [0, ''],
      [8, ''],
      [1, 'processing'],
      [8, ''],
    ]);
  });

  it('is empty where there are none, and 未开放 where the backend has no such route', async () => {
    const none = server(0);
    void none.tickets.pages.refresh();
    await none.answer();
    expect(list(none.tickets)).toMatchObject({ state: 'empty' });
    none.failures.set(1, refused(404, 'NOT_FOUND', '接口不存在'));
    void none.tickets.pages.refresh();
    await none.answer();
    expect(list(none.tickets)).toMatchObject({ state: 'not_offered' });
    expect(none.tickets.shown).toEqual([]);
  });

  it('says why it could not be read, first of its beginning, then of further pages', async () => {
    const { tickets, failures, answer } = server(45);
    expect(ticketFailureOf(tickets)).toBeNull();
    failures.set(1, { kind: 'network' });
    void tickets.pages.refresh();
    await answer();
    expect(list(tickets)).toMatchObject({ state: 'failed', failed_title: '网络连接失败' });
    expect(ticketFailureOf(tickets)).toEqual({ kind: 'network' });
    failures.clear();
    failures.set(2, { kind: 'timeout' });
    void tickets.pages.refresh();
    await answer();
    void tickets.pages.loadMore();
    await answer();
    expect(list(tickets)).toMatchObject({ state: 'ready', failed_title: '', footer_action: true });
    expect(ticketFailureOf(tickets)).toEqual({ kind: 'timeout' });
  });

  it('is nobody’s while nobody is signed in', () => {
    expect(list(null)).toMatchObject({ state: 'signed_out', status: '', failed_title: '请重新登录' });
    expect(ticketFailureOf(null)).toBeNull();
  });
});

describe('the page of one ticket', () => {
  it('is loading while it is looked for, also between two pages, and there once it is found', async () => {
    const { tickets, answer } = server(45);
    const sought = tickets.seek('3');
    const states: unknown[] = [];
    for (let pages = 0; pages < 3; pages += 1) {
      states.push(page(tickets, '3')['state']);
      await answer();
    }
    expect(await sought).toBe(true);
    expect(states).toEqual(['loading', 'loading', 'loading']);
    expect(page(tickets, '3')).toMatchObject({ state: 'ready', title: '第 3 张', issue_id: '3' });
  });

  it('is loading between two pages though nothing is being read just then', async () => {
    const { tickets, answer } = server(45);
    void tickets.pages.refresh();
    await answer();
    expect(page(tickets, '3')).toMatchObject({ state: 'loading', title: '' });
  });

  it('is missing where no page has it, and loading while the list is read again', async () => {
    const { tickets, answer } = server(3);
    void tickets.pages.refresh();
    await answer();
    expect(page(tickets, '404')).toMatchObject({ state: 'missing', title: '', failed_title: '' });
    void tickets.pages.refresh();
    expect(page(tickets, '404')).toMatchObject({ state: 'loading' });
    expect(page(tickets, '3')).toMatchObject({ state: 'ready' });
    await answer();
    expect(page(tickets, '404')).toMatchObject({ state: 'missing' });
  });

  it('is missing where there are no tickets at all', async () => {
    const { tickets, answer } = server(0);
    void tickets.pages.refresh();
    await answer();
    expect(page(tickets, '404')).toMatchObject({ state: 'missing' });
  });

  it('failed where the search could not go on, and says why; one that is known is there all the same', async () => {
    const { tickets, failures, answer } = server(45);
    failures.set(2, { kind: 'timeout' });
    const sought = tickets.seek('3');
    await answer();
    await answer();
    expect(await sought).toBe(false);
    expect(page(tickets, '3')).toMatchObject({ state: 'failed', failed_title: '网络有点慢' });
    expect(page(tickets, '45')).toMatchObject({ state: 'ready' });
  });

  it('failed, or is 未开放, as the list is', async () => {
    const { tickets, failures, answer } = server(3);
    failures.set(1, { kind: 'network' });
    void tickets.pages.refresh();
    await answer();
    expect(page(tickets, '3')).toMatchObject({ state: 'failed', failed_title: '网络连接失败' });
    failures.set(1, refused(404, 'NOT_FOUND', '接口不存在'));
    void tickets.pages.refresh();
    await answer();
    expect(page(tickets, '3')).toMatchObject({ state: 'not_offered' });
    expect(page(null, '3')).toMatchObject({ state: 'signed_out', failed_title: '' });
  });

  it('is looked for again from the first page on where it is to be read anew', async () => {
    const { tickets, rows, answer } = server(3);
    const first = tickets.seek('3');
    await answer();
    expect(await first).toBe(true);
    (rows[0] as ChatIssue).status = 'resolved';
    const again = tickets.reread('3');
    await answer();
    expect(await again).toBe(true);
    expect(page(tickets, '3')).toMatchObject({ status: '已解决' });
  });

  it('is looked for in a list that is read anew, where the one that is known lacks it', async () => {
    const { tickets, rows, answer } = server(3);
    void tickets.pages.refresh();
    await answer();
    rows.unshift({ issue_id: '4', issue_type: 'item', status: 'open' });
    const sought = tickets.seek('4');
    await settle();
    expect(page(tickets, '4')).toMatchObject({ state: 'loading' });
    await answer();
    expect(await sought).toBe(true);
    expect(page(tickets, '4')).toMatchObject({ state: 'ready', status: '已提交' });
  });

  it('is not called missing where the list that lacks it could not be read anew', async () => {
    const { tickets, failures, answer } = server(3);
    void tickets.pages.refresh();
    await answer();
    failures.set(1, { kind: 'network' });
    const sought = tickets.seek('4');
    await settle();
    await answer();
    expect(await sought).toBe(false);
    expect(page(tickets, '4')).toMatchObject({ state: 'failed', failed_title: '网络连接失败' });
    expect(page(tickets, '3')).toMatchObject({ state: 'ready' });
  });

  it('does not come twice where new tickets moved the pages', async () => {
    const { tickets, rows, answer } = server(25);
    void tickets.pages.refresh();
    await answer();
    rows.unshift({ issue_id: '26', issue_type: 'item', status: 'open' });
    void tickets.pages.loadMore();
    await answer();
    const ids = tickets.list?.map(({ issue_id }) => issue_id) ?? [];
    expect([ids.length, new Set(ids).size]).toEqual([25, 25]);
  });
});
