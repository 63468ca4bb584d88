// The pages of the app that this subpackage leads to, and which addresses from a link or a query it accepts.

const TAB = /^\/?(pages\/(backpack|chat|tasks|boards|me)\/\2)$/;
const PAGE = /^\/?(packages\/(?:member|staff)\/([a-z-]+)\/\2)(\?[\w=&%.~-]{0,400})?$/;
const SIGN_IN = 'sign-in';

/** Where the app opens when there is nowhere to go back to. */
export const HOME = '/pages/backpack/backpack';

/** An accepted address: `url` begins with a slash. */
export interface Route {
  url: string;
  tab: boolean;
}

/**
 * Reads an address from a query (`back`).
 * @returns null for anything that is not a page of this app, and for the sign-in page itself
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
  if (!page || page[2] === SIGN_IN) return null;
  return { url: `/${page[1] ?? ''}${page[3] ?? ''}`, tab: false };
}

/** The sign-in page, leading back to `url` afterwards. */
export function signInUrl(url: string): string {
  return `/packages/member/sign-in/sign-in?back=${encodeURIComponent(url)}`;
}

export function itemUrl(item_id: string): string {
  return `/packages/member/item/item?item_id=${item_id}`;
}

export function redeemUrl(item_id: string): string {
  return `/packages/member/redeem/redeem?item_id=${item_id}`;
}

/** The sessions with customer service. */
export const SERVICE = '/pages/chat/chat';

export const TICKETS = '/packages/member/tickets/tickets';

export function ticketUrl(issue_id: string): string {
  return `/packages/member/ticket/ticket?issue_id=${issue_id}`;
}

export function conversationUrl(session_id: string): string {
  return `/packages/member/conversation/conversation?session_id=${session_id}`;
}

type Query = Record<string, string | undefined>;

/** A BIGINT id from a link, or null: digits only, at most 20. */
function idIn(text: string | undefined): string | null {
  return text !== undefined && /^\d{1,20}$/.test(text) ? text : null;
}

export const itemIdFrom = ({ item_id }: Query): string | null => idIn(item_id);

export const issueIdFrom = ({ issue_id }: Query): string | null => idIn(issue_id);

export const sessionIdFrom = ({ session_id }: Query): string | null => idIn(session_id);
