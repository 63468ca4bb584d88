// The messages of the outbox, in memory and in storage: each change is stored before it takes effect, or as soon as the phone
// writes again. Observable (MobX).
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { compareIds } from '../../../../../api/order';
import type { StorageArea } from '../../../../../platform/storage-types';
import type { Body, Entry, Status } from './entry';
import { saySame, sentAfter } from './entry';
import { readEntries, removeEntry, writeEntry } from './entry-shelf';

type Change = Partial<Pick<Entry, 'status' | 'body' | 'order' | 'session_id' | 'has_left'>>;

export class PendingMessages {
  /** In order. */
  entries: readonly Entry[];
  /** Of whose entries the phone refused to write, or remove, what they are now. */
  private readonly unwritten = new Set<string>();

  constructor(
    private readonly area: StorageArea,
    restore: (status: Status) => Status,
  ) {
    this.entries = readEntries(area).map((entry) => ({ ...entry, status: restore(entry.status) }));
    makeAutoObservable<this, 'area' | 'unwritten'>(
      this,
      { area: false, unwritten: false, entries: observable.ref, get: false, of: false, nextOrder: false },
      { autoBind: true },
    );
  }

  get(temp_message_id: string): Entry | undefined {
    return this.entries.find((entry) => entry.temp_message_id === temp_message_id);
  }

  of(session_id: Id): readonly Entry[] {
    return this.entries.filter((entry) => entry.session_id === session_id);
  }

  /** The place behind all others. */
  nextOrder(): number {
    return (this.entries[this.entries.length - 1]?.order ?? 0) + 1;
  }

  /** False when the phone is full; then nothing changed. */
  add(entry: Entry): boolean {
    if (!writeEntry(this.area, entry)) return false;
    this.entries = [...this.entries, entry];
    this.save();
    return true;
  }

  /** Written down first. False when the phone is full, or the entry is gone; then nothing changed. */
  change(temp_message_id: string, change: Change): boolean {
    const entry = this.get(temp_message_id);
    if (entry === undefined) return false;
    const next = { ...entry, ...change };
    if (!writeEntry(this.area, next)) return false;
    this.replace(next);
    this.unwritten.delete(temp_message_id);
    this.save();
    return true;
  }

  /** Changes what must apply though the phone is full; it is written down once that is possible. */
  changeAnyway(temp_message_id: string, change: Change): void {
    const entry = this.get(temp_message_id);
    if (entry === undefined || entry.status === change.status) return;
    this.replace({ ...entry, ...change });
    this.unwritten.add(temp_message_id);
    this.save();
  }

  drop(temp_message_id: string): void {
    this.entries = this.entries.filter((entry) => entry.temp_message_id !== temp_message_id);
    this.unwritten.add(temp_message_id);
    this.save();
  }

  /** Writes down what the phone refused to. */
  save(): void {
    for (const temp_message_id of this.unwritten) {
      const entry = this.get(temp_message_id);
      const isWritten =
        entry === undefined ? removeEntry(this.area, temp_message_id) : writeEntry(this.area, entry);
      if (isWritten) this.unwritten.delete(temp_message_id);
    }
  }

  /** A line turned out to be the message `body`, so it cannot be one of the other entries with the same content. */
  takenBy(body: Body, line: ChatMessage): void {
    for (const entry of this.entries) {
      const { status } = entry;
      const after = sentAfter(entry);
      if (after === undefined || !('after_id' in status) || !saySame(entry.body, body)) continue;
      if (compareIds(after, line.chat_message_id) < 0) {
        this.changeAnyway(entry.temp_message_id, { status: { ...status, after_id: line.chat_message_id } });
      }
    }
  }

  private replace(next: Entry): void {
    const others = this.entries.filter((entry) => entry.temp_message_id !== next.temp_message_id);
    this.entries = [...others, next].sort((one, other) => one.order - other.order);
  }
}
