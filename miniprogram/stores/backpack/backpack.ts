// The backpack of whoever is signed in as a customer (V4 §2.1): cached list first, then the server's, page by page.
import { makeAutoObservable, observable, reaction, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../typings/v4/backpack';
import { failureOf } from '../../api/errors';
import type { Failure } from '../../api/errors';
import type { BackpackApi } from '../../api/v4/backpack';
import { itemRow } from '../../format/item-row';
import type { ItemRow } from '../../format/item-row';
import { createAbort } from '../../platform/abort';
import type { Abort } from '../../platform/abort';
import type { StorageArea } from '../../platform/storage-types';
import { readCached, readSeen, writeCached, writeSeen } from './cache';
import { chosen, filtered, noFilter, statusOptions, typeOptions } from './filter';
import type { Filter, Option } from './filter';
import { appended, firstPage, PAGE_SIZE, refreshedFirst, withItem } from './loaded';
import type { Loaded } from './loaded';
import { isNew, listed, opened } from './seen';
import type { Seen } from './seen';
import type { SessionStore } from '../person/session';

/** What a request of the list is doing. */
export type Progress = { state: 'idle' } | { state: 'running' } | { state: 'failed'; failure: Failure };

export interface BackpackDeps {
  session: Pick<SessionStore, 'customer' | 'area'>;
  api: Pick<BackpackApi, 'items'>;
  /** Epoch ms on the server's clock. */
  clock: { now(): number };
}

/** A quiet refresh on show is not worth a request sooner than this, ms. */
const FRESH_MS = 15_000;
const idle: Progress = { state: 'idle' };

/** Observable (MobX). Requests never reject: what failed is in `refreshing` and `adding`. */
export class BackpackStore {
  loaded: Loaded | null = null;
  /** True until the server answered: what shows is from last time. */
  cached = false;
  refreshing: Progress = idle;
  /** Reading of further pages. */
  adding: Progress = idle;
  filter: Filter = noFilter;
  private seen: Seen = {};
  private seen_known = false;
  /** Moment that expiry words are said for. */
  private now_ms: number;
  private fresh_until = 0;
  private request: { abort: Abort; done: Promise<void> } | null = null;
  private readonly stop: () => void;

  constructor(private readonly deps: BackpackDeps) {
    this.now_ms = deps.clock.now();
    makeAutoObservable<this, 'deps' | 'request' | 'stop' | 'fresh_until' | 'seen'>(
      this,
      {
        deps: false,
        request: false,
        stop: false,
        fresh_until: false,
        loaded: observable.ref,
        refreshing: observable.ref,
        adding: observable.ref,
        filter: observable.ref,
        seen: observable.ref,
      },
      { autoBind: true },
    );
    this.stop = reaction(() => this.user_id, this.adopt, { fireImmediately: true });
  }

  private get user_id(): string | null {
    const { customer } = this.deps.session;
    return customer.state === 'signed_in' ? customer.user.user_id : null;
  }

  /** Which of its states the page is in. */
  get state(): 'signed_out' | 'loading' | 'failed' | 'empty' | 'ready' {
    if (this.user_id === null) return 'signed_out';
    if (this.loaded === null) return this.refreshing.state === 'failed' ? 'failed' : 'loading';
    return this.loaded.items.length === 0 && this.loaded.assets.length === 0 ? 'empty' : 'ready';
  }

  get items(): readonly Item[] {
    return this.loaded?.items ?? [];
  }

  get types(): Option[] {
    return typeOptions(this.items);
  }

  get statuses(): Option[] {
    return statusOptions(this.items);
  }

  /** The filter in force: a choice that is no longer offered is none. */
  get applied(): Filter {
    const { type, status, query } = this.filter;
    return { type: chosen(type, this.types), status: chosen(status, this.statuses), query: query.trim() };
  }

  get narrowed(): boolean {
    return this.applied.type !== '' || this.applied.status !== '' || this.applied.query !== '';
  }

  get rows(): ItemRow[] {
    return filtered(this.items, this.applied).map((item) =>
      itemRow(item, this.now_ms, isNew(this.seen, item.item_id, this.now_ms)),
    );
  }

  /** Items not opened yet. */
  get new_count(): number {
    return this.items.filter(({ item_id }) => isNew(this.seen, item_id, this.now_ms)).length;
  }

  get has_more(): boolean {
    return typeof this.loaded?.next_page === 'number';
  }

  setFilter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  /** The person opened an item: it is no longer new. */
  open(item_id: string): void {
    this.keepSeen(opened(this.seen, item_id));
  }

  /** An item as it is now known elsewhere (its own page, after a redemption). */
  receive(item: Item): void {
    if (this.loaded === null) return;
    this.loaded = withItem(this.loaded, item);
    this.keep();
  }

  /** The page came to the front: words are for now, and the list is read again behind what shows. */
  show(): Promise<void> {
    this.now_ms = this.deps.clock.now();
    const idle_now = this.request === null && this.user_id !== null;
    return idle_now && this.now_ms >= this.fresh_until ? this.refresh() : Promise.resolve();
  }

  /** Reads page 1 again; further pages stay. */
  refresh(): Promise<void> {
    return this.readFirst((old, reply) => (old === null ? firstPage(reply) : refreshedFirst(old, reply)));
  }

  /** Pull to refresh: only what the server says now counts. */
  reload(): Promise<void> {
    return this.readFirst((_old, reply) => firstPage(reply));
  }

  /** The next page, once a refresh under way is through; nothing where there is none. */
  async loadMore(): Promise<void> {
    await this.request?.done;
    const page = this.loaded?.next_page;
    if (typeof page !== 'number' || this.request !== null) return;
    await this.read(page, 'adding', (old, reply) =>
      old === null ? firstPage(reply) : appended(old, reply, page),
    );
  }

  dispose(): void {
    this.stop();
    this.request?.abort.abort();
  }

  /** Another person, or nobody: their shelf is all that may show. */
  private adopt(user_id: string | null): void {
    this.request?.abort.abort();
    this.request = null;
    const shelf = user_id === null ? undefined : this.shelf;
    this.loaded = shelf === undefined ? null : readCached(shelf);
    this.cached = this.loaded !== null;
    const seen = shelf === undefined ? undefined : readSeen(shelf);
    this.seen = seen ?? {};
    this.seen_known = seen !== undefined;
    this.filter = noFilter;
    this.refreshing = idle;
    this.adding = idle;
    this.fresh_until = 0;
    if (user_id !== null) void this.refresh();
  }

  private get shelf(): StorageArea | undefined {
    return this.deps.session.area('customer');
  }

  private readFirst(merge: Merge): Promise<void> {
    this.request?.abort.abort();
    this.adding = idle;
    return this.read(1, 'refreshing', merge);
  }

  private read(page: number, what: 'refreshing' | 'adding', merge: Merge): Promise<void> {
    const abort = createAbort();
    const done = this.attempt(page, what, merge, abort).finally(() => {
      if (this.request?.abort === abort) this.request = null;
    });
    this.request = { abort, done };
    return done;
  }

  private async attempt(
    page: number,
    what: 'refreshing' | 'adding',
    merge: Merge,
    abort: Abort,
  ): Promise<void> {
    this[what] = { state: 'running' };
    try {
      const reply = await this.deps.api.items({ page, page_size: PAGE_SIZE }, { signal: abort.signal });
      if (!abort.signal.aborted) runInAction(() => this.take(merge(this.loaded, reply), what));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      if (!abort.signal.aborted) runInAction(() => (this[what] = { state: 'failed', failure }));
    }
  }

  private take(loaded: Loaded, what: 'refreshing' | 'adding'): void {
    this.loaded = loaded;
    this.cached = false;
    this[what] = idle;
    this.now_ms = this.deps.clock.now();
    if (what === 'refreshing') this.fresh_until = this.now_ms + FRESH_MS;
    this.keepSeen(listed(this.seen_known ? this.seen : undefined, loaded.items, this.now_ms));
    this.keep();
  }

  private keep(): void {
    if (this.shelf !== undefined && this.loaded !== null) writeCached(this.shelf, this.loaded);
  }

  private keepSeen(seen: Seen): void {
    this.seen_known = true;
    if (seen === this.seen) return;
    this.seen = seen;
    if (this.shelf !== undefined) writeSeen(this.shelf, seen);
  }
}

type Merge = (old: Loaded | null, reply: Parameters<typeof firstPage>[0]) => Loaded;
