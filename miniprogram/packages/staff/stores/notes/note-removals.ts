// Notes that were deleted: gone from the page at once, from the server once they can no longer be taken back. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { Off, Timers } from '../../../../platform/ports';
import type { NotesApi } from '../../api/notes';

/** For how long 撤销 is offered. */
export const UNDO_MS = 5_000;

export type Removal =
  | { state: 'undoable'; stop: Off }
  /** The server is being asked, or has deleted it: the note is not shown. */
  | { state: 'gone' }
  /** It is still there. */
  | { state: 'refused'; failure: Failure };

export interface RemovalsParts {
  api: Pick<NotesApi, 'remove'>;
  timers: Timers;
  /** Called when the server has answered: its list of notes may have changed. */
  onSettled(id: string): void;
}

export class NoteRemovals {
  private readonly removals = observable.map<string, Removal>({}, { deep: false });

  constructor(private readonly parts: RemovalsParts) {}

  /** Undefined where the note was not deleted (observable). */
  of(id: string): Removal | undefined {
    return this.removals.get(id);
  }

  remove(id: string): void {
    const state = this.removals.get(id)?.state;
    if (state === 'undoable' || state === 'gone') return;
    const stop = this.parts.timers.after(UNDO_MS, () => void this.send(id));
    runInAction(() => this.removals.set(id, { state: 'undoable', stop }));
  }

  /** Nothing happens where the server was asked already. */
  undo(id: string): void {
    const removal = this.removals.get(id);
    if (removal?.state !== 'undoable') return;
    removal.stop();
    runInAction(() => this.removals.delete(id));
  }

  /**
   * Call it when the page is left or the app goes to the background, where timers stop: deletes now, and no undo is
   * possible any more.
   */
  flush(): void {
    for (const [id, removal] of [...this.removals]) {
      if (removal.state !== 'undoable') continue;
      removal.stop();
      void this.send(id);
    }
  }

  private async send(id: string): Promise<void> {
    runInAction(() => this.removals.set(id, { state: 'gone' }));
    const removed = await settled(this.parts.api.remove(id));
    if (!removed.ok && !isGone(removed.failure)) {
      runInAction(() => this.removals.set(id, { state: 'refused', failure: removed.failure }));
    }
    this.parts.onSettled(id);
  }
}

/** Deleted before: by a request whose answer was lost, or elsewhere. */
const isGone = (failure: Failure): boolean => statusOf(failure) === 404;
