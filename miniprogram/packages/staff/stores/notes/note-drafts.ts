// Notes that were begun and not saved, one a target, kept on the person's shelf at every pause. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import type { Off, Timers } from '../../../../platform/ports';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../platform/storage-types';
import type { NoteTarget } from '../../api/notes';

/** Ratings 1-5; 0 is none. */
export interface NoteDraft {
  content: string;
  willingness: number;
  revisit: number;
  /** What was sent and may be a note by now: its words, and when, by the server's clock as it was known. */
  asked?: { content: string; asked_at: number; skew_ms: number } | undefined;
}

export const BLANK_DRAFT: NoteDraft = { content: '', willingness: 0, revisit: 0, asked: undefined };

/** A write for each letter is too many. */
const WRITE_AFTER_MS = 400;

const rating = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5));
const draftSchema = v.object({
  content: v.string(),
  willingness: rating,
  revisit: rating,
  asked: v.optional(
    v.object({ content: v.string(), asked_at: v.number(), skew_ms: v.optional(v.number(), 0) }),
  ),
});

/** One name a target. */
export const targetKey = ({ target_type, target_id }: NoteTarget): string => `${target_type}.${target_id}`;

const keyOf = (target: string): StorageKey<NoteDraft> => keyFor(`note-draft.${target}`, 'kept', draftSchema);

const isBlank = ({ content, willingness, revisit }: NoteDraft): boolean =>
  content.trim() === '' && willingness === 0 && revisit === 0;

export class NoteDrafts {
  private readonly drafts = observable.map<string, NoteDraft>({}, { deep: false });
  private readonly unwritten = observable.set<string>([], { deep: false });
  private alarm: Off | undefined;

  constructor(
    private readonly shelf: Pick<StorageArea, 'read' | 'write' | 'remove'>,
    private readonly timers: Timers,
  ) {}

  /** Blank where nothing was begun (observable). */
  of(target: NoteTarget): NoteDraft {
    const key = targetKey(target);
    return this.drafts.get(key) ?? this.shelf.read(keyOf(key)) ?? BLANK_DRAFT;
  }

  /** What shows is on the phone (observable): nothing is lost when the app ends now. */
  isKept(target: NoteTarget): boolean {
    return !this.unwritten.has(targetKey(target)) && !isBlank(this.of(target));
  }

  change(target: NoteTarget, part: Partial<NoteDraft>): void {
    const key = targetKey(target);
    runInAction(() => {
      this.drafts.set(key, { ...this.of(target), ...part });
      this.unwritten.add(key);
    });
    this.alarm ??= this.timers.after(WRITE_AFTER_MS, () => this.flush());
  }

  /** It was saved as a note. */
  clear(target: NoteTarget): void {
    this.change(target, BLANK_DRAFT);
    this.flush();
  }

  /** Writes now: the sheet closes, or the app goes to the background. */
  flush(): void {
    this.alarm?.();
    this.alarm = undefined;
    for (const key of [...this.unwritten]) if (this.write(key)) runInAction(() => this.unwritten.delete(key));
  }

  /** False when the phone is full: it stays to be written. */
  private write(key: string): boolean {
    const draft = this.drafts.get(key) ?? BLANK_DRAFT;
    if (!isBlank(draft)) return this.shelf.write(keyOf(key), draft);
    this.shelf.remove(keyOf(key));
    return true;
  }
}
