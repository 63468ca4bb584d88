// The messages of the outbox, in memory and in storage: each change is stored before it takes effect. Observable
// (MobX).
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { ChatMessage } from '../../../../../../typings/v4/chat';
import type { Id } from '../../../../../../typings/v4/common';
import { compareIds } from '../../../../../api/order';
import type { StorageArea } from '../../../../../platform/storage-types';
import type { Body, Entry, Status } from './entry';
import { saySame, sentAfter } from './entry';
import { readEntries, removeEntry, writeEntry } from './entry-shelf';

export class PendingMessages {
  /** In order. */
  entries: readonly Entry[];

  constructor(
    private readonly area: StorageArea,
    restore: (status: Status) => Status,
  ) {
    this.entries = readEntries(area).map((entry) => ({ ...entry, status: restore(entry.status) }));
    makeAutoObservable<this, 'area'>(
      this,
      { area: false, entries: observable.ref, get: false, of: false, nextOrder: false },
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
    return true;
  }

  /** Written down first. False when the phone is full, or the entry is gone; then nothing changed. */
  change(
    temp_message_id: string,
    change: Partial<Pick<Entry, 'status' | 'body' | 'order' | 'session_id' | 'has_left'>>,
  ): boolean {
    const entry = this.get(temp_message_id);
    if (entry === undefined) return false;
    const next = { ...entry, ...change };
    if (!writeEntry(this.area, next)) return false;
    this.replace(next);
    return true;
  }

  /**
   * Changes a status even if it cannot be stored: one that need not outlive the app (a wait), or that must apply though
   * the phone is full.
   */
  changeAnyway(temp_message_id: string, status: Status): void {
    const entry = this.get(temp_message_id);
    if (entry === undefined || entry.status === status) return;
    const next = { ...entry, status };
    writeEntry(this.area, next);
    this.replace(next);
  }

  drop(temp_message_id: string): void {
    removeEntry(this.area, temp_message_id);
    this.entries = this.entries.filter((entry) => entry.temp_message_id !== temp_message_id);
  }

  /** A line turned out to be the message `body`, so it cannot be one of the other entries with the same content. */
  takenBy(body: Body, line: ChatMessage): void {
    for (const entry of this.entries) {
      const { status } = entry;
      const after = sentAfter(entry);
      if (after === undefined || !('after_id' in status) || !saySame(entry.body, body)) continue;
      if (compareIds(after, line.chat_message_id) < 0) {
        this.changeAnyway(entry.temp_message_id, { ...status, after_id: line.chat_message_id });
      }
    }
  }

  private replace(next: Entry): void {
    const others = this.entries.filter((entry) => entry.temp_message_id !== next.temp_message_id);
    this.entries = [...others, next].sort((one, other) => one.order - other.order);
  }
}
