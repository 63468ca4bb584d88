// A ticket as a flat row for `setData`; there is no detail route, so the row is the detail too.
import type { ChatIssue } from '../../../../typings/v4/chat';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import { nameText, visibleText } from '../../../format/unicode';
import { formatMinute, parseWireTime } from '../../../format/time';

export type TicketTone = 'warn' | 'brand' | 'ok' | 'off';

export interface TicketRow extends Row {
  issue_id: string;
  title: string;
  type: string;
  status: string;
  /** Of a `tone-tag`. */
  tone: TicketTone;
  /** How many of the four steps are done: 1-4; 0 for a status nobody knows. */
  step: number;
  description: string;
  resolution: string;
  created: string;
  updated: string;
  resolved: string;
  /** The session it came from; empty for none. */
  session_id: string;
}

/** For components before their row comes. */
export const blankTicketRow: TicketRow = {
  ...{
    row_key: '',
    issue_id: '',
    title: '',
    type: '',
    status: '',
    tone: 'off',
  },
  step: 0,
  description: '',
  resolution: '',
  created: '',
  updated: '',
  resolved: '',
  session_id: '',
};

/** In the order a ticket goes through them. */
export const TICKET_STEPS: readonly { status: string; word: string; tone: TicketTone }[] = [
  { status: 'open', word: '已提交', tone: 'warn' },
  { status: 'processing', word: '处理中', tone: 'brand' },
  { status: 'resolved', word: '已解决', tone: 'ok' },
  { status: 'closed', word: '已关闭', tone: 'off' },
];

const TYPES = tableOf<string>({
  asset: '资产',
  trade: '交易',
  lottery: '抽奖',
  item: '物品',
  account: '账号',
  consumption: '消费',
  feedback: '建议',
  other: '其他',
});

const stepOf = (status: string) => TICKET_STEPS.find((step) => step.status === status);

/** A status of a later backend is not shown as its code. */
const ticketStatus = (status: string): string => stepOf(status)?.word ?? '其他状态';

/** One choice of the filter. */
export interface TicketOption {
  /** Empty: all. */
  value: string;
  text: string;
}

/** 全部 and each known status that occurs, in the order of the steps; nothing where there is nothing to choose. */
export function ticketChoices(counts: ReadonlyMap<string, number>): TicketOption[] {
  if (counts.size < 2) return [];
  const known = TICKET_STEPS.filter(({ status }) => counts.has(status));
  return [{ value: '', text: '全部' }, ...known.map(({ status, word }) => ({ value: status, text: word }))];
}

function when(text: string | null | undefined): string {
  const at = parseWireTime(text);
  return at === null ? '' : formatMinute(at);
}

export function ticketRow(issue: ChatIssue): TicketRow {
  const { issue_id, issue_type, status, session_id } = issue;
  const type = TYPES[issue_type] ?? '其他';
  return {
    row_key: issue_id,
    issue_id,
    title: nameText(issue.title, `${type}问题`),
    type,
    status: ticketStatus(status),
    tone: stepOf(status)?.tone ?? 'off',
    step: TICKET_STEPS.findIndex((step) => step.status === status) + 1,
    description: visibleText(issue.description, ''),
    resolution: visibleText(issue.resolution, ''),
    created: when(issue.created_at),
    updated: when(issue.updated_at),
    resolved: when(issue.resolved_at),
    session_id: session_id ?? '',
  };
}
