// Every address of the app, and which addresses from a link or a query it accepts. Pages alone know it.
import type { IdentityName } from './stores/person/identity';
import type { TabName } from './stores/tabs';

const MEMBER = '/packages/member';

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

/** Where each identity signs in; an identity without a page here is not asked to. */
export const SIGN_IN_URLS: Partial<Record<IdentityName, string>> = { customer: `${MEMBER}/sign-in/sign-in` };

const queryOf = (query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
};

/** The customers' sign-in page. @param back where to go on afterwards */
export const signInUrl = (back?: string): string => `${MEMBER}/sign-in/sign-in${queryOf({ back })}`;

/** The page that says why a sign-in has ended, and leads back; `undefined` where the identity has none. */
export function signInAgainUrl(identity: IdentityName, reason: string, back: string): string | undefined {
  const url = SIGN_IN_URLS[identity];
  return url === undefined ? undefined : url + queryOf({ reason, back });
}

export const itemUrl = (item_id: string): string => `${MEMBER}/item/item${queryOf({ item_id })}`;
export const redeemUrl = (item_id: string): string => `${MEMBER}/redeem/redeem${queryOf({ item_id })}`;
export const conversationUrl = (session_id: string): string =>
  `${MEMBER}/conversation/conversation${queryOf({ session_id })}`;
export const TICKETS = `${MEMBER}/tickets/tickets`;
export const ticketUrl = (issue_id: string): string => `${MEMBER}/ticket/ticket${queryOf({ issue_id })}`;

/** An accepted address: `url` begins with a slash. */
export interface Route {
  url: string;
  tab: boolean;
}

const TAB = /^\/?(pages\/(backpack|chat|tasks|boards|me)\/\2)$/;
const PAGE = /^\/?(packages\/(?:member|staff)\/([a-z-]+)\/\2)(\?[\w=&%.~-]{0,400})?$/;

const isSignIn = (url: string): boolean => Object.values(SIGN_IN_URLS).includes(url);

/**
 * Reads an address from a query (`back`).
 * @returns null for anything that is not a page of this app, and for a sign-in page
 */
export function knownRoute(address: string | undefined): Route | null {
  if (address === undefined) return null;
  let text: string;
  try {
    text = decodeURIComponent(address);
  } catch {
    return null;
  }
  const tab = TAB.exec(text);
  if (tab) return { url: `/${tab[1] ?? ''}`, tab: true };
  const page = PAGE.exec(text);
  const url = `/${page?.[1] ?? ''}`;
  if (!page || isSignIn(url)) return null;
  return { url: url + (page[3] ?? ''), tab: false };
}

type Query = Record<string, string | undefined>;

/** A BIGINT id from a link, or null: digits only, at most 20. */
function idIn(text: string | undefined): string | null {
  return text !== undefined && /^\d{1,20}$/.test(text) ? text : null;
}

export const itemIdFrom = ({ item_id }: Query): string | null => idIn(item_id);
export const issueIdFrom = ({ issue_id }: Query): string | null => idIn(issue_id);
export const sessionIdFrom = ({ session_id }: Query): string | null => idIn(session_id);
