// What of the backpack outlives the app, on the signed-in person's shelf: the last list, and which items were seen.
import * as v from 'valibot';
import { backpackSchema } from '../../api/v4/schema/backpack';
import { keyFor } from '../../platform/storage-key';
import type { StorageArea } from '../../platform/storage-types';
import type { BackpackReply } from '../../../typings/v4/backpack';
import type { Loaded } from './loaded';
import type { Seen } from './seen';

/** Enough for what a person sees at once; the rest is read again. */
const KEPT_ITEMS = 60;

const listKey = keyFor<BackpackReply>('backpack.list', 'cache', backpackSchema);
const seenKey = keyFor<Seen>('backpack.seen', 'kept', v.record(v.string(), v.number()));

type Shelf = Pick<StorageArea, 'read' | 'write'>;

/** The list as it was last time. Whether there is more is known when page 1 is read again. */
export function readCached(shelf: Shelf): Loaded | null {
  const reply = shelf.read(listKey);
  return reply === undefined
    ? null
    : { items: reply.items, assets: reply.assets ?? [], next_page: null, total: null };
}

export function writeCached(shelf: Shelf, { items, assets }: Loaded): void {
  shelf.write(listKey, { items: items.slice(0, KEPT_ITEMS), assets: [...assets] });
}

export const readSeen = (shelf: Shelf): Seen | undefined => shelf.read(seenKey);
export const writeSeen = (shelf: Shelf, seen: Seen): boolean => shelf.write(seenKey, seen);
