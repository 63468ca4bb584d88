// The present as the backend itself writes it. The February revision's clock writes UTC's digits with Beijing's zone: read as
// written it is 8 h off, while the `Date` header and every time from the store are right.
import { beijingIso, utcIso } from '../clock';
import type { ChatPort } from './chat/port';

/** The deployed backend in its older revision; as documented there are no revisions. */
export const isFebruary = ({ profile, revision }: Pick<ChatPort, 'profile' | 'revision'>): boolean =>
  profile === 'deployed' && revision === 'february';

export function statedNow(port: Pick<ChatPort, 'clock' | 'profile' | 'revision'>): string {
  const now = port.clock.now();
  return isFebruary(port) ? utcIso(now).replace('Z', '+08:00') : beijingIso(now);
}
