// A ticket as a flat row for `setData`; there is no detail route, so the row is the detail too.
import type { ChatIssue } from '../../typings/v4/chat';
import type { Row } from './chunks';
import { entryOf } from './lookup';
import { formatMinute, parseWireTime } from './time';

export interface TicketRow extends Row {
  issue_id: string;
  title: string;
  type: string;
  priority: string;
  /** Red for what is urgent. */
  is_urgent: boolean;
  status: string;
  /** How many of the four steps are done: 1-4; 0 for a status nobody knows. */
  step: number;
  description: string;
  resolution: string;
  created: string;
  updated: string;
}

/** In the order a ticket goes through them. */
export const TICKET_STEPS: readonly { status: string; word: string }[] = [
  { status: 'open', word: '已提交' },
  { status: 'processing', word: '处理中' },
  { status: 'resolved', word: '已解决' },
  { status: 'closed', word: '已关闭' },
];

const TYPES: Readonly<Record<string, string>> = {
  asset: '资产',
  trade: '交易',
  lottery: '抽奖',
  item: '物品',
  account: '账号',
  consumption: '消费',
  feedback: '建议',
  other: '其他',
};
const PRIORITIES: Readonly<Record<string, string>> = { low: '低', medium: '中', high: '高', urgent: '紧急' };

export const ticketStatus = (status: string): string =>
  TICKET_STEPS.find((step) => step.status === status)?.word ?? status;

function when(text: string | null | undefined): string {
  const at = parseWireTime(text);
  return at === null ? '' : formatMinute(at);
}

export function ticketRow(issue: ChatIssue): TicketRow {
  const { issue_id, issue_type, status, priority = '' } = issue;
  const type = entryOf(TYPES, issue_type) ?? '其他';
  return {
    row_key: issue_id,
    issue_id,
    title: issue.title ?? `${type}问题`,
    type,
    priority: entryOf(PRIORITIES, priority) ?? '',
    is_urgent: priority === 'urgent' || priority === 'high',
    status: ticketStatus(status),
    step: TICKET_STEPS.findIndex((step) => step.status === status) + 1,
    description: issue.description ?? '',
    resolution: issue.resolution ?? '',
    created: when(issue.created_at),
    updated: when(issue.updated_at),
  };
}
