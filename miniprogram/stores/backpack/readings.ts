// What was read of a backpack: everything, page by page; and beside it lists that hold one status or one type alone, so that
// what a person looks for is there before everything is. Observable (MobX).
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type { BackpackReply, Item } from '../../../typings/v4/backpack';
import type { V4Api } from '../../api/v4/api';
import { PagedList } from '../list/paged-list';
import { IDLE } from '../list/progress';
import type { Progress } from '../list/progress';
import { appended, firstPage, once, PAGE_SIZE, refreshedFirst, withItems } from './loaded';
import type { Loaded } from './loaded';
import type { Question } from './view';

type List = PagedList<BackpackReply, Loaded>;

export interface ReadingsParts {
  api: { backpack: Pick<V4Api['backpack'], 'items'> };
  /** Found in the cache; replaced by the first answer. */
  cached: Loaded | null;
  /** An answer was taken in. @param whole null for one of the narrow lists */
  onRead(items: readonly Item[], whole: { page: number } | null): void;
}

/** `all`, or a question as one word. */
export type Reading = string;
export const ALL: Reading = 'all';
const nameOf = ({ status, item_type = '' }: Question): Reading => `${status} ${item_type}`;

/** Nothing rejects: what failed is in the list's `refreshing` and `adding`. */
export class Readings {
  readonly pages: List;
  private readonly narrow = observable.map<Reading, List>([], { deep: false });
  /** Known from before, and not read again yet. */
  private before: readonly Item[];
  private is_cached: boolean;

  constructor(private readonly parts: ReadingsParts) {
    this.is_cached = parts.cached !== null;
    this.before = parts.cached?.items ?? [];
    this.pages = new PagedList<BackpackReply, Loaded>(
      {
        ask: (page) => parts.api.backpack.items({ page, page_size: PAGE_SIZE }),
        // What was cached is no part of what the server counts.
        first: (old, reply) =>
          old === null || this.is_cached ? firstPage(reply) : refreshedFirst(old, reply),
        further: appended,
        onRead: (loaded, page) => this.took(this.pages, loaded, { page }),
      },
      parts.cached,
    );
    makeAutoObservable<this, 'parts' | 'narrow' | 'before'>(this, {
      parts: false,
      pages: false,
      narrow: false,
      before: observable.ref,
    });
  }

  /** True until the server answered: what shows is from last time. */
  get cached(): boolean {
    return this.is_cached;
  }

  /** Every item that is known, as it was described last. */
  get items(): readonly Item[] {
    const read = [...this.narrow.values()].flatMap(({ loaded }) => loaded?.items ?? []);
    const known = [...(this.pages.loaded?.items ?? []), ...read];
    // What is known from before stays until all of its status was read.
    return once([...known, ...this.before.filter(({ status }) => !this.isRead({ status }))]);
  }

  /**
   * Rows that came and cannot be shown. A row may be in the whole list, in that of its status and in that of its status and
   * type: it has no id to be known by, so each status counts the most that its lists say.
   */
  get unreadable(): number {
    const counts = new Map<string, { of_status: number; of_types: number }>();
    for (const [reading, { unreadable }] of this.narrow) {
      const [status = '', item_type = ''] = reading.split(' ');
      const { of_status, of_types } = counts.get(status) ?? { of_status: 0, of_types: 0 };
      counts.set(
        status,
        item_type === ''
          ? { of_status: unreadable, of_types }
          : { of_status, of_types: of_types + unreadable },
      );
    }
    const narrow = [...counts.values()].reduce((sum, one) => sum + Math.max(one.of_status, one.of_types), 0);
    return Math.max(this.pages.unreadable, narrow);
  }

  get is_whole(): boolean {
    return !this.is_cached && this.pages.loaded !== null && !this.pages.has_more;
  }

  /** Whether all that the question asks for is known. */
  isRead({ status, item_type }: Question): boolean {
    const ended = (question: Question): boolean => {
      const list = this.narrow.get(nameOf(question));
      return list !== undefined && list.loaded !== null && !list.has_more;
    };
    return this.is_whole || ended({ status }) || (item_type !== undefined && ended({ status, item_type }));
  }

  /** The first thing to read on the way to all that the questions ask for; null when it is all there. */
  firstOf(questions: readonly Question[]): Reading | null {
    const question = questions.find((one) => !this.isRead(one));
    return question === undefined ? null : nameOf(question);
  }

  /** What a reading is doing. */
  progressOf(reading: Reading): Progress {
    const list = reading === ALL ? this.pages : this.narrow.get(reading);
    if (list === undefined) return IDLE;
    return list.adding.state === 'idle' ? list.refreshing : list.adding;
  }

  /** Reads one page further. */
  step(reading: Reading): Promise<void> {
    if (reading === ALL) return this.pages.loadMore();
    const list = this.list(reading);
    return list.loaded === null ? list.refresh() : list.loadMore();
  }

  /** Page 1 of everything again, and of what was read beside it; further pages stay. */
  async refresh(): Promise<void> {
    await this.pages.refresh();
    await Promise.all([...this.narrow.values()].map((list) => list.refresh()));
  }

  /** Only what the server says now counts; what is known shows until it was read again. */
  reload(): Promise<void> {
    this.before = this.items;
    this.narrow.clear();
    return this.pages.reload();
  }

  /** An item as it is now known elsewhere. */
  learn(item: Item): void {
    this.spread([item]);
    this.before = this.before.map((one) => (one.item_id === item.item_id ? item : one));
  }

  private list(reading: Reading): List {
    const known = this.narrow.get(reading);
    if (known !== undefined) return known;
    const [status = '', item_type = ''] = reading.split(' ');
    const filter = item_type === '' ? { status } : { status, item_type };
    const list: List = new PagedList<BackpackReply, Loaded>({
      ask: (page) => this.parts.api.backpack.items({ page, page_size: PAGE_SIZE, ...filter }),
      first: (old, reply) => (old === null ? firstPage(reply) : refreshedFirst(old, reply)),
      further: appended,
      onRead: (loaded) => this.took(list, loaded, null),
    });
    this.narrow.set(reading, list);
    return list;
  }

  private took(from: List, loaded: Loaded, whole: { page: number } | null): void {
    if (from === this.pages) this.is_cached = false;
    this.spread(loaded.items, from);
    this.parts.onRead(loaded.items, whole);
  }

  /** One item is one thing in every list. */
  private spread(items: readonly Item[], from?: List): void {
    for (const list of [this.pages, ...this.narrow.values()]) {
      if (list !== from && list.loaded !== null) list.set(withItems(list.loaded, items));
    }
  }
}
