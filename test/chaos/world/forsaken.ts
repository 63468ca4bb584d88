// Unsent messages are removed when a person signs out or another signs in; when the server ends a sign-in they stay for
// the person's return.
import type { StoragePort } from '../../../miniprogram/platform/ports';

const OUTBOX = /^customer:(\d+):kept\/outbox\.(.+)$/;
const SIGNED_IN = 'app:kept/signed_in.customer';

/**
 * Call it before `key` is removed: the `temp_message_id` that goes because its author has signed out, or is not the one who was
 * last signed in.
 * @param is_leaving the person is signing out, and the phone may have refused to write that down
 */
export function forsakenBy(
  storage: Pick<StoragePort, 'get'>,
  key: string,
  is_leaving: boolean,
): string | undefined {
  const [, author, temp_message_id] = OUTBOX.exec(key) ?? [];
  if (temp_message_id === undefined) return undefined;
  const last = storage.get(SIGNED_IN) ?? '';
  const isTheirs = /"user_id":"(\d+)"/.exec(last)?.[1] === author;
  return isTheirs && !is_leaving && !last.includes('"ended":"left"') ? undefined : temp_message_id;
}
