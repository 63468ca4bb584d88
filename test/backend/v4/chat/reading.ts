// Pages of sessions and of history, with the pagination objects that go with them.
import { numberField, textField } from '../../http/input';
import { badRequest } from '../errors';
import { countMessages, markRead, pageOfMessages, searchMessages } from './messages';
import type { ChatPort } from './port';
import { SESSION_STATUSES } from './rows';
import type { Session } from './rows';
import { countSessions, listSessions } from './sessions';
import { contentOf, messageType, messageView, senderType, sessionView } from './views';
import { readBack } from '../ids';

const LARGEST_PAGE = 100;

export interface Page {
  page: number;
  page_size: number;
  offset: number;
}

const whole = (value: number | undefined, least: number): number | undefined =>
  value !== undefined && Number.isInteger(value) && value >= least ? value : undefined;

/** `page` and `page_size` (or `limit`) of a query; what makes no sense counts as absent. Size 0 is a size. */
export function pageOf(query: unknown, usualSize: number): Page {
  const page = Math.min(whole(numberField(query, 'page'), 1) ?? 1, 1_000_000);
  const asked = whole(numberField(query, 'page_size'), 0) ?? whole(numberField(query, 'limit'), 0);
  const page_size = Math.min(asked ?? usualSize, LARGEST_PAGE);
  return { page, page_size, offset: (page - 1) * page_size };
}

/** Of pages of size 0 there is no number. */
function pagination(total: number, { page, page_size }: Page) {
  return { total, page, page_size, total_pages: page_size === 0 ? null : Math.ceil(total / page_size) };
}

/** A page of history as it was before this reading, which marks the agents' messages read. */
export function history(port: ChatPort, session: Session, query: unknown, origin = '') {
  const page = pageOf(query, 50);
  const messages = pageOfMessages(port, session, page.page_size, page.offset).map((message) =>
    messageView(port, message, origin),
  );
  markRead(port, session);
  return { messages, pagination: pagination(countMessages(port, session), page) };
}

/** A page of a person's sessions, optionally of one status. */
export function sessionList(port: ChatPort, userId: number, query: unknown, origin = '') {
  const page = pageOf(query, 10);
  const status = SESSION_STATUSES.find((known) => known === textField(query, 'status'));
  const filter = { user_id: userId, ...(status === undefined ? {} : { status }) };
  const sessions = listSessions(port, filter, page.page_size, page.offset).map((session) =>
    sessionView(port, session, origin),
  );
  const counted = pagination(countSessions(port, filter), page);
  const has_next = page.page < (counted.total_pages ?? 0);
  return { sessions, pagination: { ...counted, has_next, has_prev: page.page > 1 } };
}

/** A person's messages with a keyword. Throws 400 without one. */
export function search(port: ChatPort, userId: number, query: unknown) {
  const keyword = textField(query, 'keyword')?.trim();
  if (keyword === undefined || keyword === '') throw badRequest('搜索关键词不能为空');
  const page = pageOf(query, 20);
  const found = searchMessages(port, userId, keyword);
  const messages = found.slice(page.offset, page.offset + page.page_size).map((message) => ({
    chat_message_id: readBack(message.chat_message_id),
    customer_service_session_id: readBack(message.customer_service_session_id),
    sender_type: senderType(port, message),
    content: contentOf(port, message),
    message_type: messageType(port, message),
  }));
  return { messages, pagination: pagination(found.length, page) };
}
