// The notes of whoever is signed in (NOTE-1): the own ones, those being written, those being deleted. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import type { ApiPaginated } from '../../../../../typings/xcx/common';
import type { ApiNoteItem } from '../../../../../typings/xcx/notes';
import { mayHaveHappened } from '../../../../api/errors';
import { explainInLine } from '../../../../api/explain';
import { nextOfPage } from '../../../../api/paging';
import { askedAt, CLOCKS_DIFFER_MS } from '../../../../api/server-clock';
import type { ServerClock } from '../../../../api/server-clock';
import { settled } from '../../../../api/settled';
import type { Settled } from '../../../../api/settled';
import { parseWireTime } from '../../../../format/time';
import { createListeners } from '../../../../platform/listeners';
import type { Off, Timers } from '../../../../platform/ports';
import type { StorageArea } from '../../../../platform/storage-types';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import { failed, IDLE, RUNNING } from '../../../../stores/list/progress';
import type { Progress } from '../../../../stores/list/progress';
import type { NewNote, NotesApi, NoteTarget } from '../../api/notes';
import type { NoteFacts } from '../../format/note-row';
import { NoteDrafts, targetKey } from './note-drafts';
import type { NoteDraft } from './note-drafts';
import { NoteRemovals } from './note-removals';

interface LoadedNotes extends Pages {
  list: readonly ApiNoteItem[];
}

const PAGE_SIZE = 50;

export interface NotesParts {
  api: NotesApi;
  area: Pick<StorageArea, 'read' | 'write' | 'remove'>;
  timers: Timers;
  /** The server's. */
  clock: Pick<ServerClock, 'now' | 'skew_ms'>;
  /** As the server signs this person's notes; empty where it is not known. */
  nickname(): string;
}

function withPage(
  before: readonly ApiNoteItem[],
  reply: ApiPaginated<ApiNoteItem>,
  page: number,
): LoadedNotes {
  const known = new Set(before.map(({ id }) => id));
  return {
    list: [...before, ...reply.items.filter(({ id }) => !known.has(id))],
    next_page: nextOfPage(reply, page, PAGE_SIZE),
  };
}

/** The request of a draft: what is not rated is left out, since the server takes 1-5 and nothing else. */
function noteOf(target: NoteTarget, { content, willingness, revisit }: NoteDraft): NewNote {
  return {
    ...target,
    content: content.trim(),
    ...(willingness > 0 ? { rating_service_willingness: willingness } : {}),
    ...(revisit > 0 ? { rating_revisit_likelihood: revisit } : {}),
  };
}

export class Notes {
  /** The person's own, newest first. */
  readonly own: PagedList<ApiPaginated<ApiNoteItem>, LoadedNotes>;
  readonly drafts: NoteDrafts;
  readonly removals: NoteRemovals;
  private readonly savings = observable.map<string, Progress>({}, { deep: false });
  private readonly created = observable.set<string>([], { deep: false });
  private readonly changes = createListeners<undefined>();

  constructor(private readonly parts: NotesParts) {
    const { api, area, timers } = parts;
    this.drafts = new NoteDrafts(area, timers);
    this.removals = new NoteRemovals({ api, timers, onSettled: () => this.changed() });
    this.own = new PagedList({
      ask: (page) => api.notes({ page, pageSize: PAGE_SIZE }),
      first: (_old, reply) => withPage([], reply, 1),
      further: (old, reply, page) => withPage(old.list, reply, page),
    });
  }

  /** Tells whenever the server was asked to change a note: a task may be completed by it, and is read again. */
  onChanged(listener: () => void): Off {
    return this.changes.add(listener);
  }

  /** What the page of a note must know beside it (observable). */
  factsOf({ id, creator_name = '' }: Pick<ApiNoteItem, 'id' | 'creator_name'>): NoteFacts {
    const removal = this.removals.of(id);
    const is_own =
      this.created.has(id) ||
      (creator_name !== '' && creator_name === this.parts.nickname()) ||
      (this.own.loaded?.list ?? []).some((note) => note.id === id);
    return {
      can_remove: is_own,
      is_gone: removal?.state === 'undoable',
      refused: removal?.state === 'refused' ? explainInLine(removal.failure) : '',
    };
  }

  /** The notes that are to be shown: without those that are deleted (observable). */
  present<T extends { id: string }>(notes: readonly T[]): readonly T[] {
    return notes.filter(({ id }) => this.removals.of(id)?.state !== 'gone');
  }

  /** How saving the draft of a target goes (observable). */
  saving(target: NoteTarget): Progress {
    return this.savings.get(targetKey(target)) ?? IDLE;
  }

  /** Call it when a sheet opens: clears what failed in an earlier one. */
  forget(target: NoteTarget): void {
    if (this.saving(target).state === 'failed') runInAction(() => this.savings.delete(targetKey(target)));
  }

  /**
   * Saves the draft of a target. It stays after a failure; the request is not repeated by itself, and where its outcome is
   * not known the server's notes are asked first.
   * @returns whether it is a note now
   */
  async save(target: NoteTarget): Promise<boolean> {
    const key = targetKey(target);
    const note = noteOf(target, this.drafts.of(target));
    if (note.content === '' || this.saving(target).state === 'running') return false;
    runInAction(() => this.savings.set(key, RUNNING));
    const saved = await this.send(target, note);
    runInAction(() => {
      this.savings.set(key, saved.ok ? IDLE : failed(saved.failure));
      if (saved.ok) this.take(target, saved.value);
    });
    this.changed();
    return saved.ok;
  }

  private async send(target: NoteTarget, note: NewNote): Promise<Settled<ApiNoteItem>> {
    const { drafts } = this;
    const before = drafts.of(target).asked;
    if (before?.content === note.content) {
      const found = await this.find(note, before);
      if (!found.ok) return found;
      if (found.value !== null) return { ok: true, value: found.value };
    }
    const { clock } = this.parts;
    const asked = { content: note.content, asked_at: clock.now(), skew_ms: clock.skew_ms };
    // Written down first: the app may end before the answer comes.
    drafts.change(target, { asked });
    drafts.flush();
    const saved = await settled(this.parts.api.create(note));
    if (saved.ok || !mayHaveHappened(saved.failure)) {
      drafts.change(target, { asked: undefined });
      return saved;
    }
    const found = await this.find(note, asked);
    return found.ok && found.value !== null ? { ok: true, value: found.value } : saved;
  }

  /** Looks for a note whose outcome is not known: one with the same words, written since it was sent. */
  private async find(
    { target_type, target_id }: NoteTarget,
    { content, asked_at, skew_ms }: NonNullable<NoteDraft['asked']>,
  ): Promise<Settled<ApiNoteItem | null>> {
    const read = await settled(
      this.parts.api.notes({ target_type, target_id, page: 1, pageSize: PAGE_SIZE }),
    );
    if (!read.ok) return read;
    const since = askedAt(asked_at, skew_ms, this.parts.clock) - CLOCKS_DIFFER_MS;
    const isOurs = (note: ApiNoteItem): boolean =>
      note.content === content && (parseWireTime(note.created_at) ?? 0) >= since;
    return { ok: true, value: read.value.items.find(isOurs) ?? null };
  }

  private take(target: NoteTarget, note: ApiNoteItem): void {
    this.drafts.clear(target);
    this.created.add(note.id);
    const { loaded } = this.own;
    if (loaded === null || loaded.list.some(({ id }) => id === note.id)) return;
    this.own.set({ ...loaded, list: [note, ...loaded.list] });
  }

  private changed(): void {
    this.changes.tell(undefined);
  }

  /** The app goes to the background, or a page with notes away. */
  flush(): void {
    this.drafts.flush();
    this.removals.flush();
  }
}
