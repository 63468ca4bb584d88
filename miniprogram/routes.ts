// Every address of the app, and which addresses from a link or a query it accepts. Pages alone know it.
import type { IdentityName } from './stores/person/identity';
import type { TabName } from './stores/tabs';

const MEMBER = '/packages/member';
const ENTRANCE = '/packages/entrance';
const STAFF = '/packages/staff';
const ASSISTANT = '/packages/assistant';

/** The tab pages. */
export const TAB_URLS: Record<TabName, string> = {
  backpack: '/pages/backpack/backpack',
  chat: '/pages/chat/chat',
  tasks: '/pages/tasks/tasks',
  boards: '/pages/boards/boards',
  me: '/pages/me/me',
};

/** Where the app opens when there is nowhere to go back to. */
export const HOME = TAB_URLS.backpack;
/** What a link leads to whose page there is not. */
export const MISSING = '/pages/missing/missing';

/** Where each identity signs in. */
export const SIGN_IN_URLS: Record<IdentityName, string> = {
  customer: `${MEMBER}/sign-in/sign-in`,
  staff: `${ENTRANCE}/entrance/entrance`,
};

const queryOf = (query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** The customers' sign-in page. @param back where to go on afterwards */
export const signInUrl = (back?: string): string => `${MEMBER}/sign-in/sign-in${queryOf({ back })}`;

/** The page that says why a sign-in has ended, and leads back. */
export const signInAgainUrl = (identity: IdentityName, reason: string, back: string): string =>
  SIGN_IN_URLS[identity] + queryOf({ reason, back });

export const itemUrl = (item_id: string): string => `${MEMBER}/item/item${queryOf({ item_id })}`;
/** The item with the question already up whether a code is to be made. */
export const codeUrl = (item_id: string): string => `${MEMBER}/item/item${queryOf({ item_id, ask: '1' })}`;
export const redeemUrl = (item_id: string): string => `${MEMBER}/redeem/redeem${queryOf({ item_id })}`;
export const conversationUrl = (session_id: string): string =>
  `${MEMBER}/conversation/conversation${queryOf({ session_id })}`;
export const TICKETS = `${MEMBER}/tickets/tickets`;
export const ticketUrl = (issue_id: string): string => `${MEMBER}/ticket/ticket${queryOf({ issue_id })}`;

/** The staff's sign-in, and where the review of the person stands. @param back where to go on afterwards */
export const entranceUrl = (back?: string): string => `${ENTRANCE}/entrance/entrance${queryOf({ back })}`;
/** The application. @param back where to go on once it was granted */
export const applyUrl = (back?: string): string => `${ENTRANCE}/apply/apply${queryOf({ back })}`;
export const taskUrl = (id: string): string => `${STAFF}/task/task${queryOf({ id })}`;
export const NOTES = `${STAFF}/notes/notes`;
/** @param coach_id another coach's, for managers */
export const performanceUrl = (coach_id?: string): string =>
  `${STAFF}/performance/performance${queryOf({ coach_id })}`;
/** @param month `YYYY-MM` @param day `YYYY-MM-DD`: the page opens there */
export const recordsUrl = (query: { coach_id?: string; month?: string; day?: string }): string =>
  `${STAFF}/records/records${queryOf(query)}`;
export const CUSTOMERS = `${STAFF}/customers/customers`;
export const customerUrl = (customer_id: string): string =>
  `${STAFF}/customer/customer${queryOf({ customer_id })}`;
export const customerRecordsUrl = (customer_id: string): string =>
  `${STAFF}/customer-records/customer-records${queryOf({ customer_id })}`;
export const coachUrl = (coach_id: string): string => `${STAFF}/coach/coach${queryOf({ coach_id })}`;
/** The boards, on one of them with what it is narrowed to: for a link, since a switch of tabs carries no query. */
export const boardsUrl = (query: Record<string, string>): string => TAB_URLS.boards + queryOf(query);
export const CHATS = `${ASSISTANT}/chats/chats`;
export const assistantChatUrl = (chat_id: string): string =>
  `${ASSISTANT}/conversation/conversation${queryOf({ chat_id })}`;

/** What a question to the assistant is about. */
export interface AskedAbout {
  context_type: 'task' | 'customer' | 'coach' | 'board' | 'general';
  context_id?: string;
  /** How it is called on the page that one comes from. */
  title?: string;
  /** Where it was asked from, as the address of that page. */
  source?: string;
}

/** A new conversation with the assistant about what the page shows. */
export const askUrl = ({ context_type, context_id, title, source }: AskedAbout): string =>
  `${ASSISTANT}/conversation/conversation${queryOf({ context_type, context_id, title, source })}`;

/** An accepted address: `url` begins with a slash. */
export interface Route {
  url: string;
  tab: boolean;
}

const ADDRESS = /^\/?((?:pages|packages\/(?:member|staff|assistant))\/([a-z-]+)\/\2)(\?[\w=&%.~-]{0,400})?$/;
const TABS = Object.values(TAB_URLS);

const isSignIn = (url: string): boolean => Object.values(SIGN_IN_URLS).includes(url);

/**
 * Reads an address from a query (`back`).
 * @returns null for anything that is not a page of this app, and for a sign-in page; a tab without its query, since a
 *   switch of tabs carries none
 */
export function knownRoute(address: string | undefined): Route | null {
  if (address === undefined) return null;
  let text: string;
  try {
    text = decodeURIComponent(address);
  } catch {
    return null;
  }
  const [, path = '', , query = ''] = ADDRESS.exec(text) ?? [];
  const url = `/${path}`;
  if (TABS.includes(url)) return { url, tab: true };
  return path === '' || path.startsWith('pages') || isSignIn(url) ? null : { url: url + query, tab: false };
}

type Query = Record<string, string | undefined>;

/** A BIGINT id from a link, or null: digits only, at most 20. */
function idIn(text: string | undefined): string | null {
  return text !== undefined && /^\d{1,20}$/.test(text) ? text : null;
}

/** An id of the staff's backend from a link, or null: letters, digits, dashes, at most 64. */
function staffIdIn(text: string | undefined): string | null {
  return text !== undefined && /^[\w-]{1,64}$/.test(text) ? text : null;
}

export const itemIdFrom = ({ item_id }: Query): string | null => idIn(item_id);
export const issueIdFrom = ({ issue_id }: Query): string | null => idIn(issue_id);
export const sessionIdFrom = ({ session_id }: Query): string | null => idIn(session_id);
export const taskIdFrom = ({ id }: Query): string | null => staffIdIn(id);
export const customerIdFrom = ({ customer_id }: Query): string | null => staffIdIn(customer_id);
export const coachIdFrom = ({ coach_id }: Query): string | null => staffIdIn(coach_id);
export const chatIdFrom = ({ chat_id }: Query): string | null => staffIdIn(chat_id);
