// Tickets: the filter in force, and one ticket looked for page by page.
import { Tickets } from '../../../../miniprogram/packages/member/stores/chat/tickets';
import type { ChatPage } from '../../../../miniprogram/packages/member/api/chat';
import type { ChatIssue } from '../../../../typings/v4/chat';
import { fail } from './kit';

const issues = (count: number): ChatIssue[] =>
  Array.from({ length: count }, (_, index) => ({
    issue_id: String(count - index),
    issue_type: 'item',
    status: index === 0 ? 'open' : 'closed',
  }));

function server(rows: ChatIssue[]) {
  const asked: number[] = [];
  const broken = new Set<number>();
  return {
    asked,
    broken,
    issues: async ({ page, page_size }: ChatPage) => {
      asked.push(page);
      if (broken.has(page)) return fail({ kind: 'network' });
      const some = rows.slice((page - 1) * page_size, page * page_size);
      return { rows: some, count: rows.length, page, page_size };
    },
  };
}

test('a ticket is looked for until it is there, and no further', async () => {
  const api = server(issues(90));
  const tickets = new Tickets(api);
  expect(await tickets.seek('55')).toBe(true);
  expect(api.asked).toEqual([1, 2]);
  expect(await tickets.seek('60')).toBe(true);
  expect(api.asked).toEqual([1, 2]);
});

test('one that is not there is missing after the last page', async () => {
  const api = server(issues(41));
  const tickets = new Tickets(api);
  expect(await tickets.seek('404')).toBe(false);
  expect(api.asked).toEqual([1, 2, 3]);
  expect(tickets.pages.has_more).toBe(false);
});

test('a page that cannot be read ends the search, which goes on from there when asked again', async () => {
  const api = server(issues(60));
  api.broken.add(2);
  const tickets = new Tickets(api);
  expect(await tickets.seek('5')).toBe(false);
  expect(tickets.pages.adding.state).toBe('failed');
  api.broken.clear();
  expect(await tickets.seek('5')).toBe(true);
  expect(api.asked).toEqual([1, 2, 2, 3]);
});

test('a chosen status that no ticket has any more is no filter', async () => {
  const rows = issues(3);
  const tickets = new Tickets(server(rows));
  await tickets.pages.refresh();
  tickets.choose('processing');
  expect(tickets.underway).toBe(1);
  expect(tickets.shown).toHaveLength(1);
  rows.forEach((issue) => (issue.status = 'closed'));
  await tickets.pages.refresh();
  expect(tickets.applied).toBe('');
  expect([tickets.shown.length, tickets.underway]).toEqual([3, 0]);
});
