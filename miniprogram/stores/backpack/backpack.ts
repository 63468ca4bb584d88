// A customer's backpack (V4 §2.1): cached list first, then the server's, page by page. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { BackpackReply, Item } from '../../../typings/v4/backpack';
import type { V4Api } from '../../api/v4/api';
import { itemRow } from '../../format/item-row';
import type { ItemRow } from '../../format/item-row';
import { PagedList } from '../list/paged-list';
import type { Person } from '../person/per-person';
import { readCached, readSeen, writeCached, writeSeen } from './cache';
import { chosen, filtered, noFilter, statusOptions, typeOptions } from './filter';
import type { Filter, Option } from './filter';
import { appended, firstPage, PAGE_SIZE, refreshedFirst, withItem } from './loaded';
import type { Loaded } from './loaded';
import { isNew, listed, opened } from './seen';
import type { Seen } from './seen';

/** The person it belongs to, as far as it needs them. */
export type BackpackOwner = Pick<Person<unknown>, 'area' | 'clock'> & {
  api: { backpack: Pick<V4Api['backpack'], 'items'> };
};

/** A quiet refresh on show is not worth a request sooner than this, ms. */
const FRESH_MS = 15_000;

export class BackpackStore {
  readonly pages: PagedList<BackpackReply, Loaded>;
  /** True until the server answered: what shows is from last time. */
  cached: boolean;
  filter: Filter = noFilter;
  private seen: Seen;
  private seen_known: boolean;
  /** Moment that expiry words are said for. */
  private now_ms: number;
  private fresh_until = 0;

  constructor(private readonly owner: BackpackOwner) {
    const { api, area, clock } = owner;
    const cached = readCached(area);
    const seen = readSeen(area);
    this.cached = cached !== null;
    this.seen = seen ?? {};
    this.seen_known = seen !== undefined;
    this.now_ms = clock.now();
    this.pages = new PagedList(
      {
        ask: (page) => api.backpack.items({ page, page_size: PAGE_SIZE }),
        first: (old, reply) => (old === null ? firstPage(reply) : refreshedFirst(old, reply)),
        further: appended,
        onRead: (loaded, page) => this.take(loaded, page),
      },
      cached,
    );
    makeAutoObservable<this, 'owner' | 'fresh_until' | 'seen'>(
      this,
      {
        owner: false,
        pages: false,
        fresh_until: false,
        filter: observable.ref,
        seen: observable.ref,
      },
      { autoBind: true },
    );
    void this.pages.refresh();
  }

  /** Which of its states the page is in. */
  get state(): 'loading' | 'failed' | 'empty' | 'ready' {
    const { loaded, state } = this.pages;
    return loaded !== null && loaded.items.length === 0 && loaded.assets.length === 0 ? 'empty' : state;
  }

  get items(): readonly Item[] {
    return this.pages.loaded?.items ?? [];
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

  setFilter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
  }

  /** The person opened an item: it is no longer new. */
  open(item_id: string): void {
    this.keepSeen(opened(this.seen, item_id));
  }

  /** An item as it is now known elsewhere (its own page, after a redemption). */
  receive(item: Item): void {
    const { loaded } = this.pages;
    if (loaded === null) return;
    const known = withItem(loaded, item);
    this.pages.set(known);
    writeCached(this.owner.area, known);
  }

  /** The page came to the front: words are for now, and the list is read again behind what shows. */
  show(): Promise<void> {
    this.now_ms = this.owner.clock.now();
    const is_idle = this.pages.refreshing.state !== 'running' && this.pages.adding.state !== 'running';
    return is_idle && this.now_ms >= this.fresh_until ? this.pages.refresh() : Promise.resolve();
  }

  private take(loaded: Loaded, page: number): void {
    this.cached = false;
    this.now_ms = this.owner.clock.now();
    if (page === 1) this.fresh_until = this.now_ms + FRESH_MS;
    this.keepSeen(listed(this.seen_known ? this.seen : undefined, loaded.items, this.now_ms));
    writeCached(this.owner.area, loaded);
  }

  private keepSeen(seen: Seen): void {
    this.seen_known = true;
    if (seen === this.seen) return;
    runInAction(() => (this.seen = seen));
    writeSeen(this.owner.area, seen);
  }
}
