// A sign-in that ended for good takes with it what was not sent; one that merely expired leaves the messages on the phone.
import type { StoragePort } from '../../../miniprogram/platform/ports';

const OUTBOX = /^customer:(\d+):kept\/outbox\.(.+)$/;
const SIGNED_IN = 'app:kept/signed_in.customer';

/** Call it before `key` is removed: the `temp_message_id` that goes because its author is not the one who was last signed in. */
export function forsakenBy(storage: Pick<StoragePort, 'get'>, key: string): string | undefined {
  const [, author, temp_message_id] = OUTBOX.exec(key) ?? [];
  if (temp_message_id === undefined) return undefined;
  const last = /"user_id":"(\d+)"/.exec(storage.get(SIGNED_IN) ?? '')?.[1];
  return last === author ? undefined : temp_message_id;
}
