// What the person typed and did not send, by session; it survives the app.
import * as v from 'valibot';
import type { Id } from '../../../../../typings/v4/common';
import type { Off, Timers } from '../../../../platform/ports';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../platform/storage-types';

const keyOf = (session_id: Id): StorageKey<string> => keyFor(`draft.${session_id}`, 'kept', v.string());

/** A write for each letter is too many. */
const WRITE_AFTER_MS = 400;

export class Drafts {
  private readonly unwritten = new Map<Id, string>();
  private alarm: Off | undefined;

  constructor(
    private readonly shelf: Pick<StorageArea, 'read' | 'write' | 'remove'>,
    private readonly timers: Timers,
  ) {}

  /** Empty where there is none. */
  get(session_id: Id): string {
    return this.unwritten.get(session_id) ?? this.shelf.read(keyOf(session_id)) ?? '';
  }

  set(session_id: Id, text: string): void {
    this.unwritten.set(session_id, text);
    this.alarm ??= this.timers.after(WRITE_AFTER_MS, () => this.flush());
  }

  /** It was sent. */
  clear(session_id: Id): void {
    this.unwritten.set(session_id, '');
    this.flush();
  }

  /** Writes now: the app goes to the background, or the page away. False when the phone is full. */
  flush(): boolean {
    this.alarm?.();
    this.alarm = undefined;
    let isWritten = true;
    for (const [session_id, text] of this.unwritten) {
      if (text === '') this.shelf.remove(keyOf(session_id));
      else if (!this.shelf.write(keyOf(session_id), text)) {
        isWritten = false;
        continue;
      }
      this.unwritten.delete(session_id);
    }
    return isWritten;
  }
}
