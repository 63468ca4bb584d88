// A customer's backpack (V4 §2.1): cached list first, then the server's, read on as far as what the person looks for needs,
// below the items that an order holds. Observable (MobX).
import { makeAutoObservable, observable, reaction, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../typings/v4/backpack';
import type { V4Api } from '../../api/v4/api';
import { itemRow } from '../../format/item-row';
import type { ItemRow } from '../../format/item-row';
import { parseWireTime } from '../../format/time';
import type { Progress } from '../list/progress';
import type { Person } from '../person/per-person';
import { followPresent } from '../service/present';
import { readCached, readSeen, writeCached, writeSeen } from './cache';
import { PAGE_SIZE } from './loaded';
import { RedemptionOrders } from './orders';
import { ALL, Readings } from './readings';
import type { Reading } from './readings';
import { isNew, isUnseen, listed, looked, opened, visited } from './seen';
import type { Seen } from './seen';
import { endingSoon, FIRST_VIEW, itemsIn, paneOf, questionsOf } from './view';
import type { View } from './view';

/** The part in use of the person whose backpack it is. */
export type BackpackOwner = Pick<Person<unknown>, 'area' | 'clock' | 'timers' | 'onLeave'> & {
  api: { backpack: Pick<V4Api['backpack'], 'items' | 'item'> };
};

/** A quiet refresh on show is not worth a request sooner than this, ms. */
const FRESH_MS = 15_000;

export class BackpackStore {
  readonly readings: Readings;
  view: View = FIRST_VIEW;
  /** How many rows of what is over were asked for: it may be long, and is read as far as somebody scrolls. */
  private goal = PAGE_SIZE;
  private seen: Seen;
  private seen_known: boolean;
  /** Moment that expiry words are said for. */
  private now_ms: number;
  private read_at = -Infinity;
  /** The person is on an item's page, and comes back to the same visit. */
  private is_on_item = false;
  /** The reading on under way: the next begins when it has ended, not when its answer was taken in. */
  private last: Promise<void> = Promise.resolve();
  /** Items in an order, and their codes. */
  readonly orders: RedemptionOrders;

  /** @param isInFront whether its page is before the person now */
  constructor(
    private readonly owner: BackpackOwner,
    private readonly isInFront: () => boolean = () => false,
  ) {
    const { api, area, clock } = owner;
    this.orders = new RedemptionOrders(owner);
    const seen = readSeen(area);
    this.seen = seen ?? {};
    this.seen_known = seen !== undefined;
    this.now_ms = clock.now();
    this.readings = new Readings({
      api,
      cached: readCached(area),
      onRead: (items, whole) => this.take(items, whole),
    });
    makeAutoObservable<this, 'owner' | 'isInFront' | 'read_at' | 'seen' | 'is_on_item' | 'last'>(
      this,
      {
        ...{ owner: false, orders: false, readings: false, read_at: false },
        ...{ isInFront: false, is_on_item: false, last: false },
        view: observable.ref,
        seen: observable.ref,
      },
      { autoBind: true },
    );
    const ends = (): (number | null)[] => this.items.map(({ expires_at }) => parseWireTime(expires_at));
    owner.onLeave(followPresent(owner, ends, (now_ms) => runInAction(() => (this.now_ms = now_ms))));
    void this.pages.refresh();
    owner.onLeave(
      reaction(
        () => this.due,
        (due) => {
          if (due !== null) this.last = this.last.then(this.readOn, this.readOn);
        },
      ),
    );
  }

  /** The list of everything. */
  get pages(): Readings['pages'] {
    return this.readings.pages;
  }

  /** True until the server answered: what shows is from last time. */
  get cached(): boolean {
    return this.readings.cached;
  }

  /** Which of its states the page is in. */
  get state(): 'loading' | 'failed' | 'empty' | 'ready' {
    const { loaded, state } = this.pages;
    if (this.items.length > 0) return 'ready';
    const is_empty = loaded !== null && loaded.assets.length === 0;
    return is_empty && this.readings.unreadable === 0 ? 'empty' : state;
  }

  /** Items in an order first: a list may lack them. */
  get items(): readonly Item[] {
    const listed = this.readings.items;
    const { items } = this.orders;
    if (items.length === 0) return listed;
    const in_order = new Map(items.map((item) => [item.item_id, item]));
    // A list that calls it free may be older than the order: the item itself is asked, and tells.
    const held = (row: Item): Item => {
      const { status } = in_order.get(row.item_id) ?? row;
      return row.status === 'available' ? { ...row, status } : row;
    };
    const in_list = new Set(listed.map(({ item_id }) => item_id));
    return [
      ...items.filter(({ item_id }) => !in_list.has(item_id)),
      ...listed.filter(({ item_id }) => in_order.has(item_id)).map(held),
      ...listed.filter(({ item_id }) => !in_order.has(item_id)),
    ];
  }

  get is_searching(): boolean {
    return this.view.query.trim() !== '';
  }

  /** The view in force: 只看 7 天内到期 ends with the last of them. */
  private get shown(): View {
    const { view } = this;
    return view.soon && this.soon_count === 0 ? { ...view, soon: false } : view;
  }

  get rows(): ItemRow[] {
    const { query, pane } = this.shown;
    const context = { found: query.trim(), says_state: pane !== 'available' || query.trim() !== '' };
    return itemsIn(this.items, this.shown, this.now_ms).map((item) =>
      itemRow(item, this.now_ms, isNew(this.seen, item.item_id, this.now_ms), context),
    );
  }

  /** What is to be read before all that the view is for is known; null when it is. */
  get unread(): Reading | null {
    if (this.cached || this.readings.is_whole) return null;
    return this.is_searching ? ALL : this.readings.firstOf(questionsOf(this.view));
  }

  /** What the reading on for the view is doing. */
  get adding(): Progress {
    return this.readings.progressOf(this.unread ?? ALL);
  }

  /** Whether it reads on by itself. */
  get reads_on(): boolean {
    return this.is_searching || this.view.pane !== 'over' || this.rows.length < this.goal;
  }

  /** How many wait at the counter; null while not all of them are known. */
  get waiting_count(): number | null {
    if (!this.readings.isRead({ status: 'locked' })) return null;
    return this.items.filter(({ status }) => paneOf(status) === 'waiting').length;
  }

  /** How many can be used for seven days at most, of the chosen type; 0 while not all of them are known. */
  get soon_count(): number {
    const { view } = this;
    if (view.pane !== 'available' || this.readings.firstOf(questionsOf(view)) !== null) return 0;
    return endingSoon(this.items, view, this.now_ms).length;
  }

  /** New items that no list before the person's eyes had yet. */
  get new_count(): number {
    return this.items.filter(({ item_id }) => isUnseen(this.seen, item_id, this.now_ms)).length;
  }

  look(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.goal = PAGE_SIZE;
  }

  /** The person opened an item: it is no longer new. */
  open(item_id: string): void {
    this.is_on_item = true;
    this.keepSeen(opened(this.seen, item_id));
  }

  /** An item as it is now known elsewhere (its own page, after a redemption). */
  receive(item: Item): void {
    this.orders.learn(item);
    this.readings.learn(item);
    this.keepItems();
  }

  /** The page came to the front: words are for now, and the list is read again behind what shows. */
  show(): Promise<void> {
    this.now_ms = this.owner.clock.now();
    if (this.seen_known) this.keepSeen(looked(this.is_on_item ? this.seen : visited(this.seen)));
    this.is_on_item = false;
    const is_idle = this.pages.refreshing.state !== 'running' && this.pages.adding.state !== 'running';
    // The absolute difference, because a corrected clock may have moved back as well.
    const is_fresh = Math.abs(this.now_ms - this.read_at) < FRESH_MS;
    return is_idle && !is_fresh ? this.refresh() : Promise.resolve();
  }

  refresh(): Promise<void> {
    return this.readings.refresh();
  }

  reload(): Promise<void> {
    return this.readings.reload();
  }

  /** Somebody scrolled to the end, or tries again what failed. */
  loadMore(): Promise<void> {
    this.goal = this.rows.length + PAGE_SIZE;
    const { unread } = this;
    return unread !== null && this.adding.state === 'failed' ? this.readings.step(unread) : Promise.resolve();
  }

  /** What is to be read now: page 1 says first whether there is more at all. */
  private get due(): Reading | null {
    if (this.cached || this.pages.loaded === null || this.pages.refreshing.state === 'running') return null;
    const waiting = this.readings.firstOf([{ status: 'locked' }]);
    // Their number stands beside the word, whatever the view.
    const due = this.unread !== null && this.reads_on ? this.unread : waiting;
    return due === null || this.readings.progressOf(due).state !== 'idle' ? null : due;
  }

  private readOn(): Promise<void> {
    const { due } = this;
    return due === null ? Promise.resolve() : this.readings.step(due);
  }

  private take(items: readonly Item[], whole: { page: number } | null): void {
    this.now_ms = this.owner.clock.now();
    // A row that could not be read may be by the next look.
    if (whole?.page === 1 && this.readings.unreadable === 0) this.read_at = this.now_ms;
    if (whole !== null) void this.orders.compare(items);
    else items.forEach((item) => this.orders.learn(item));
    const known = listed(this.seen_known ? this.seen : undefined, items, this.now_ms, whole !== null);
    this.keepSeen(this.isInFront() ? looked(known) : known);
    this.keepItems();
  }

  /** What can be used first: it is what a person wants to see at once next time. */
  private keepItems(): void {
    const { loaded } = this.pages;
    if (loaded === null) return;
    const usable = this.readings.items.filter(({ status }) => paneOf(status) === 'available');
    const others = this.readings.items.filter(({ status }) => paneOf(status) !== 'available');
    writeCached(this.owner.area, { ...loaded, items: [...usable, ...others] });
  }

  private keepSeen(seen: Seen): void {
    this.seen_known = true;
    if (seen === this.seen) return;
    runInAction(() => (this.seen = seen));
    writeSeen(this.owner.area, seen);
  }
}
