// Who may use the dev panel and the desk: this machine, and no other site in its browser.
import type { IncomingHttpHeaders } from 'node:http';
import { strangeness } from '../../support/visitor';

const LOOPBACK = /^(::1$|127\.|::ffff:127\.)/;

export interface Visitor {
  /** The address of the connection. */
  ip: string;
  headers: IncomingHttpHeaders;
}

/** Says why a visitor is refused, or undefined. */
export function refusal({ ip, headers }: Visitor): string | undefined {
  if (!LOOPBACK.test(ip)) return 'the dev panel answers this machine only';
  return strangeness(headers);
}
