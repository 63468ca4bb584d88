// What the backend holds, kept up to date by reading only what is new: lines are never taken back.
import { id, int, maybeText } from '../../backend/db/store';
import type { Store } from '../../backend/db/store';

/** A line of a session. */
export interface Held {
  id: string;
  /** By which the deployed backend sorts. */
  second: number;
  /** The customer's text; null for everybody else's lines. */
  said: string | null;
  /** The phone's own id, where the server keeps it. */
  temp_message_id: string | null;
}

const NEWER = `SELECT chat_message_id, customer_service_session_id, created_at / 1000 AS second, temp_message_id,
  CASE WHEN origin = 'user' AND message_type = 'text' THEN content END AS said FROM chat_messages WHERE chat_message_id > ? ORDER BY chat_message_id`;

export class Ledger {
  private readonly sessions = new Map<string, Held[]>();
  private last = 0n;

  constructor(private readonly store: Pick<Store, 'all'>) {}

  /** Every line of a session, by id. */
  lines(session_id: string): readonly Held[] {
    for (const row of this.store.all(NEWER, this.last)) {
      this.last = id(row, 'chat_message_id');
      const session = String(id(row, 'customer_service_session_id'));
      const held = {
        ...{ id: String(this.last), second: int(row, 'second') },
        ...{ said: maybeText(row, 'said'), temp_message_id: maybeText(row, 'temp_message_id') },
      };
      this.sessions.set(session, [...(this.sessions.get(session) ?? []), held]);
    }
    return this.sessions.get(session_id) ?? [];
  }
}
