// Who may talk to a server of the development machine. Any web page in the developer's browser can send requests here, under
// its own name or, by a name that it lets point at this machine, under ours: so both names are looked at.
import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;
const IP = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d{1,5})?$/i;

/** True for `127.0.0.1:8900`, `localhost`, `[::1]:8900`: a browser got there by no other name. */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK.test(host);

/** A bare address cannot be made to point elsewhere, as a name can. */
export const isAddress = (host: string | undefined): boolean => host !== undefined && IP.test(host);

/** A page of this machine, of whatever port. */
export const isLoopbackOrigin = (origin: string): boolean =>
  origin.startsWith('http://') && isLoopbackHost(origin.slice('http://'.length));

type Asked = Pick<IncomingHttpHeaders, 'host' | 'origin'> & {
  'sec-fetch-site'?: string | string[] | undefined;
  'sec-fetch-mode'?: string | string[] | undefined;
  'sec-fetch-dest'?: string | string[] | undefined;
};

/**
 * Why a server that only its own pages use refuses a request, or undefined. A browser names the asking page in `Origin`
 * or, for pictures, scripts and frames, in `Sec-Fetch-Site`; following a link to a page of ours is nobody's attack.
 */
export function strangeness(asked: Asked): string | undefined {
  const { host, origin } = asked;
  if (!isLoopbackHost(host)) return 'this machine is asked under another name';
  if (origin !== undefined)
    return origin === `http://${host ?? ''}` ? undefined : 'only its own pages may ask';
  const site = asked['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  const isLink = asked['sec-fetch-mode'] === 'navigate' && asked['sec-fetch-dest'] === 'document';
  return isLink ? undefined : 'only its own pages may ask';
}
