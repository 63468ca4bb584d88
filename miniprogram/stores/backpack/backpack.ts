// A customer's backpack (V4 §2.1): cached list first, then the server's, page by page, below the items that an order
// holds. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { BackpackReply, Item } from '../../../typings/v4/backpack';
import type { V4Api } from '../../api/v4/api';
import { itemRow } from '../../format/item-row';
import type { ItemRow } from '../../format/item-row';
import { parseWireTime } from '../../format/time';
import { PagedList } from '../list/paged-list';
import type { Person } from '../person/per-person';
import { followPresent } from '../service/present';
import { readCached, readSeen, writeCached, writeSeen } from './cache';
import { chosen, filtered, noFilter, statusOptions, typeOptions } from './filter';
import type { Filter, Option } from './filter';
import { appended, firstPage, PAGE_SIZE, refreshedFirst, withItem } from './loaded';
import type { Loaded } from './loaded';
import { RedemptionOrders } from './orders';
import { isNew, listed, opened } from './seen';
import type { Seen } from './seen';

/** The person it belongs to, as far as it needs them. */
export type BackpackOwner = Pick<Person<unknown>, 'area' | 'clock' | 'timers' | 'onLeave'> & {
  api: { backpack: Pick<V4Api['backpack'], 'items' | 'item'> };
};

/** The words of an item whose code this phone has. */
const CODED = { badge_text: '待核销', badge_tone: 'warn' } as const;

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
  private read_at = -Infinity;
  /** Items in an order, and their codes. */
  readonly orders: RedemptionOrders;

  constructor(private readonly owner: BackpackOwner) {
    const { api, area, clock } = owner;
    this.orders = new RedemptionOrders(owner);
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
    makeAutoObservable<this, 'owner' | 'read_at' | 'seen'>(
      this,
      {
        owner: false,
        orders: false,
        pages: false,
        read_at: false,
        filter: observable.ref,
        seen: observable.ref,
      },
      { autoBind: true },
    );
    const ends = (): (number | null)[] => this.items.map(({ expires_at }) => parseWireTime(expires_at));
    owner.onLeave(followPresent(owner, ends, (now_ms) => runInAction(() => (this.now_ms = now_ms))));
    void this.pages.refresh();
  }

  /** Which of its states the page is in. */
  get state(): 'loading' | 'failed' | 'empty' | 'ready' {
    const { loaded, state } = this.pages;
    if (this.items.length > 0) return 'ready';
    const is_empty = loaded !== null && loaded.assets.length === 0;
    return is_empty && this.pages.unreadable === 0 ? 'empty' : state;
  }

  /** Items in an order first: a list may lack them. */
  get items(): readonly Item[] {
    const listed = this.pages.loaded?.items ?? [];
    const { items } = this.orders;
    if (items.length === 0) return listed;
    const in_order = new Set(items.map(({ item_id }) => item_id));
    const in_list = new Set(listed.map(({ item_id }) => item_id));
    return [
      ...items.filter(({ item_id }) => !in_list.has(item_id)),
      ...listed.filter(({ item_id }) => in_order.has(item_id)),
      ...listed.filter(({ item_id }) => !in_order.has(item_id)),
    ];
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
    return filtered(this.items, this.applied).map((item) => ({
      ...itemRow(item, this.now_ms, isNew(this.seen, item.item_id, this.now_ms)),
      ...(this.orders.hasCode(item.item_id) ? CODED : {}),
    }));
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
    this.orders.learn(item);
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
    // A clock that was put right moved either way.
    const is_fresh = Math.abs(this.now_ms - this.read_at) < FRESH_MS;
    return is_idle && !is_fresh ? this.pages.refresh() : Promise.resolve();
  }

  private take(loaded: Loaded, page: number): void {
    this.cached = false;
    this.now_ms = this.owner.clock.now();
    // A row that could not be read may be by the next look.
    if (page === 1 && this.pages.unreadable === 0) this.read_at = this.now_ms;
    void this.orders.compare(loaded.items);
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
