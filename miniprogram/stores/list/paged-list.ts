// A list that is read page by page: refreshed while the old rows show, continued at its end, one request at a time.
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Failure } from '../../api/errors';
import { missingRows } from '../../api/rows';
import { settled } from '../../api/settled';
import { failed, IDLE, RUNNING } from './progress';
import type { Progress } from './progress';
import { createTurns } from './turns';

/** What was read so far, whatever else it holds. */
export interface Pages {
  /** Counts from 1; null where there is no further page. */
  readonly next_page: number | null;
}

export interface PagedListParts<Reply, Loaded extends Pages> {
  /** Asks for one page. */
  ask(page: number): Promise<Reply>;
  /** Takes page 1. @param old the list so far; null to keep nothing but page 1 */
  first(old: Loaded | null, reply: Reply): Loaded;
  /** A further page. */
  further(old: Loaded, reply: Reply, page: number): Loaded;
  /** The server's answer was taken in. */
  onRead?(loaded: Loaded, page: number): void;
  /** Page 1 could not be read. */
  onFailed?(failure: Failure): void;
}

/** Requests never reject: what failed is in `refreshing` and `adding`. */
export class PagedList<Reply, Loaded extends Pages> {
  /** Null until something was read, or found in a cache. */
  loaded: Loaded | null;
  /** The reading of page 1. */
  refreshing: Progress = IDLE;
  /** The reading of further pages. */
  adding: Progress = IDLE;
  /** Rows of each page that came and cannot be shown. */
  private lost: ReadonlyMap<number, number> = new Map();

  /** Reads page 1 again; further pages stay. Resolves when a reading that began after the call has ended. */
  readonly refresh: () => Promise<void>;
  /** Reads page 1 and drops all other pages: for a list that is pulled down. */
  readonly reload: () => Promise<void>;
  /** Reads the next page, after requests that were made before; does nothing where there is none. */
  readonly loadMore: () => Promise<void>;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly parts: PagedListParts<Reply, Loaded>,
    cached: Loaded | null = null,
  ) {
    this.loaded = cached;
    const turn = createTurns();
    this.refresh = turn(() => this.readFirst(() => this.loaded));
    this.reload = turn(() => this.readFirst(() => null));
    this.loadMore = turn(() => this.readNext(), { joins: true });
    makeAutoObservable<this, 'parts' | 'reading' | 'lost'>(this, {
      parts: false,
      reading: false,
      load: false,
      refresh: false,
      reload: false,
      loadMore: false,
      loaded: observable.ref,
      refreshing: observable.ref,
      adding: observable.ref,
      lost: observable.ref,
    });
  }

  get state(): 'loading' | 'failed' | 'ready' {
    if (this.loaded !== null) return 'ready';
    return this.refreshing.state === 'failed' ? 'failed' : 'loading';
  }

  /** Rows that came and cannot be shown, of all that was read. */
  get unreadable(): number {
    return [...this.lost.values()].reduce((sum, count) => sum + count, 0);
  }

  get has_more(): boolean {
    return typeof this.loaded?.next_page === 'number';
  }

  /** Reads page 1 unless something was read already; waits for a reading that is under way. Never rejects. */
  async load(): Promise<void> {
    if (this.loaded === null) await (this.reading ?? this.refresh());
  }

  /** Replaces the list by a newer state of it: something was pushed, changed here, or read elsewhere. */
  set(loaded: Loaded): void {
    this.loaded = loaded;
  }

  private readFirst(old: () => Loaded | null): Promise<void> {
    const mine = this.askFirst(old);
    const done = (): void => {
      if (this.reading === mine) this.reading = undefined;
    };
    this.reading = mine;
    mine.then(done, done);
    return mine;
  }

  private async askFirst(old: () => Loaded | null): Promise<void> {
    runInAction(() => {
      this.refreshing = RUNNING;
      this.adding = IDLE;
    });
    const reply = await settled(this.parts.ask(1));
    runInAction(() => {
      this.refreshing = reply.ok ? IDLE : failed(reply.failure);
      if (!reply.ok) return this.parts.onFailed?.(reply.failure);
      const before = old();
      if (before === null) this.lost = new Map();
      this.count(reply.value, 1);
      this.take(this.parts.first(before, reply.value), 1);
    });
  }

  private async readNext(): Promise<void> {
    const page = this.loaded?.next_page;
    if (typeof page !== 'number') return;
    runInAction(() => (this.adding = RUNNING));
    const reply = await settled(this.parts.ask(page));
    runInAction(() => {
      this.adding = reply.ok ? IDLE : failed(reply.failure);
      if (reply.ok && this.loaded !== null) {
        this.count(reply.value, page);
        this.take(this.parts.further(this.loaded, reply.value, page), page);
      }
    });
  }

  private count(reply: Reply, page: number): void {
    this.lost = new Map(this.lost).set(page, missingRows(reply));
  }

  private take(loaded: Loaded, page: number): void {
    this.loaded = loaded;
    this.parts.onRead?.(loaded, page);
  }
}
