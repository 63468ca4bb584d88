// Sessions and tickets in words: statuses, filters; nothing of the wire's codes.
import { ticketChoices, ticketRow } from '../../../miniprogram/packages/member/format/ticket-row';
import type { ChatIssue } from '../../../typings/v4/chat';

const issue: ChatIssue = { issue_id: '4', issue_type: 'item', status: 'resolved', priority: 'urgent' };

test('a ticket says its type, status and step; how urgent it is to the shop is the shop’s', () => {
  expect(ticketRow({ ...issue, title: '券没有到账', created_at: '2026-11-12T12:34:00+08:00' })).toMatchObject(
    {
      ...{ title: '券没有到账', type: '物品' },
      ...{ status: '已解决', tone: 'ok', step: 3, created: '2026-11-12 12:34', resolved: '' },
    },
  );
});

test('a ticket of a later backend, with nothing but what it must have', () => {
  expect(ticketRow({ issue_id: '4', issue_type: 'hologram', status: 'paused' })).toMatchObject({
    ...{ title: '其他问题', type: '其他', status: '其他状态', tone: 'off', step: 0 },
    ...{ description: '', resolution: '', created: '', session_id: '' },
  });
});

test('the filter offers known statuses that occur, in the order of the steps, and only where there is a choice', () => {
  const counts = new Map([
    ['closed', 1],
    ['paused', 1],
    ['open', 2],
  ]);
  expect(ticketChoices(counts).map(({ text }) => text)).toEqual(['全部', '已提交', '已关闭']);
  expect(ticketChoices(new Map([['open', 2]]))).toEqual([]);
});
