// Which requests are accepted at all, on every route and for every socket: those of this machine's pages and of WeChat,
// and none with another host name. Routes that need a token are protected from other pages by that.
import type { IncomingHttpHeaders } from 'node:http';
import { isAddress, isLoopbackHost, isLoopbackOrigin } from '../../support/visitor';

const WECHAT = 'https://servicewechat.com';

/** WeChat's own origin, none at all, and pages of this machine. */
export const isWelcomeOrigin = (origin: string | undefined): boolean =>
  origin === undefined || origin === WECHAT || isLoopbackOrigin(origin);

/**
 * Why a request is refused, or undefined. @param isOpen the server listens to other machines too, which reach it by its
 * address: a name could be anybody's
 */
export function stranger({ host, origin }: IncomingHttpHeaders, isOpen: boolean): string | undefined {
  if (!isLoopbackHost(host) && !(isOpen && isAddress(host))) return 'unknown host';
  return isWelcomeOrigin(origin) ? undefined : 'unknown origin';
}
