// The outbox on the person's shelf: one key an entry, so that one message written is one small write.
import * as v from 'valibot';
import { keyFor } from '../../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../../platform/storage-types';
import type { Entry } from './entry';

const PREFIX = 'outbox.';
const id = v.string();
const tries = v.optional(v.number(), 0);

const body = v.variant('message_type', [
  v.object({ message_type: v.literal('text'), content: v.string() }),
  v.object({
    message_type: v.literal('image'),
    file_path: v.string(),
    image_url: v.exactOptional(v.string()),
  }),
]);

const status = v.variant('state', [
  v.object({ state: v.literal('ready'), tries }),
  v.object({ state: v.literal('uploading'), tries }),
  v.object({ state: v.literal('sending'), tries, after_id: id }),
  v.object({
    state: v.literal('checking'),
    tries,
    after_id: id,
    since: v.optional(v.number(), 0),
    reads: v.optional(v.number(), 0),
    answered: v.fallback(v.picklist(['nobody', 'gateway', 'server']), 'nobody'),
  }),
  v.object({ state: v.literal('unconfirmed'), after_id: id }),
  v.object({
    state: v.literal('failed'),
    reason: v.fallback(
      v.picklist(['closed', 'content', 'picture', 'refused', 'server', 'given_up']),
      'refused',
    ),
    message: v.string(),
  }),
]);

const entry: v.GenericSchema<unknown, Entry> = v.object({
  temp_message_id: v.string(),
  session_id: id,
  order: v.number(),
  written_at: v.number(),
  body,
  // Entries written by an earlier version lack this: they may have left.
  has_left: v.optional(v.boolean(), true),
  status,
});

const keyOf = (temp_message_id: string): StorageKey<Entry> => keyFor(PREFIX + temp_message_id, 'kept', entry);

/** All that was left, in order. */
export function readEntries(shelf: StorageArea): Entry[] {
  return shelf
    .names('kept', PREFIX)
    .map((name) => shelf.read(keyOf(name.slice(PREFIX.length))))
    .filter((read) => read !== undefined)
    .sort((one, other) => one.order - other.order);
}

/** False when the phone is full. */
export const writeEntry = (shelf: StorageArea, written: Entry): boolean =>
  shelf.write(keyOf(written.temp_message_id), written);

export const removeEntry = (shelf: StorageArea, temp_message_id: string): boolean =>
  shelf.remove(keyOf(temp_message_id));
