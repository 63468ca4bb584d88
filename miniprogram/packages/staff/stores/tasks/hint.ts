// Whether the person knows that a card can be swiped: remembered on their shelf, so that it is said until then.
import * as v from 'valibot';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea } from '../../../../platform/storage-types';

const swipedKey = keyFor<boolean>('tasks.swiped', 'kept', v.boolean());

export const readSwiped = (shelf: Pick<StorageArea, 'read'>): boolean => shelf.read(swipedKey) ?? false;

export function writeSwiped(shelf: Pick<StorageArea, 'write'>): void {
  shelf.write(swipedKey, true);
}
