// Who may use the dev panel: this machine, and no other site in its browser.

const LOOPBACK = /^(::1$|127\.|::ffff:127\.)/;

export interface Visitor {
  /** The address of the connection. */
  ip: string;
  /** The browser's `Origin`, when it sent one. */
  origin?: string | undefined;
  host?: string | undefined;
}

/** Says why a visitor is refused, or undefined. */
export function refusal({ ip, origin, host }: Visitor): string | undefined {
  if (!LOOPBACK.test(ip)) return 'the dev panel answers this machine only';
  if (origin !== undefined && origin !== `http://${host}`) return 'the dev panel is same-origin';
  return undefined;
}
