// The last lines of each conversation, kept so that it opens with content: a cache, which may vanish.
import * as v from 'valibot';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { messageSchema } from '../../../api/schema/chat';
import { keyFor } from '../../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../../platform/storage-types';
import type { Base, Transcript } from './transcript';

export interface TranscriptShelf {
  read(session_id: Id): Transcript | undefined;
  write(session_id: Id, transcript: Transcript): void;
}

interface Kept {
  lines: ChatMessage[];
  base: Base;
}

const MOST_LINES = 60;

const kept: v.GenericSchema<unknown, Kept> = v.object({
  lines: v.array(messageSchema),
  base: v.pipe(
    v.object({ newest: v.string(), total: v.optional(v.number()) }),
    v.transform(({ newest, total }): Base => ({ newest, total })),
  ),
});

/** 2: before, false times were kept as true ones. */
const VERSION = 2;
const keyOf = (session_id: Id): StorageKey<Kept> =>
  keyFor(`chat.lines.${session_id}`, 'cache', kept, VERSION);

/** The conversations of the person whose shelf it is. */
export function transcriptShelf(shelf: Pick<StorageArea, 'read' | 'write'>): TranscriptShelf {
  return {
    read(session_id) {
      const found = shelf.read(keyOf(session_id));
      if (found === undefined) return undefined;
      const { lines, base } = found;
      const edge = lines.length < MOST_LINES ? {} : { ragged: true as const };
      return { lines, base, hole_before: undefined, complete: false, ...edge };
    },
    write(session_id, { lines, base }) {
      if (base === undefined) return;
      shelf.write(keyOf(session_id), { lines: lines.slice(-MOST_LINES), base });
    },
  };
}
