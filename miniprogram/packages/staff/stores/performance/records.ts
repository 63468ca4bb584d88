// A month's records by day (PERF-2), page by page. Months that were left keep their first page: it shows at once when the
// person comes back, and a long month does not come whole. Observable (MobX).
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import type {
  ApiPerfDateGroup,
  ApiPerfRecord,
  ApiPerfRecordsResponse,
} from '../../../../../typings/xcx/performance';
import { factsOfMore, nextPage } from '../../../../api/paging';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import type { PerformanceApi } from '../../api/performance';
import type { Month, YearMonth } from '../month';
import { Recent } from '../recent';
import { performanceMonths } from './performance';

const PAGE_SIZE = 50;

export interface LoadedRecords extends Pages {
  readonly summary: ApiPerfRecordsResponse['summary'];
  /** Newest first, each day once. */
  readonly days: readonly ApiPerfDateGroup[];
}

type List = PagedList<ApiPerfRecordsResponse, LoadedRecords>;

/** A day may go on on the next page; a record that moved there meanwhile is not shown twice. */
function joined(
  before: readonly ApiPerfDateGroup[],
  more: readonly ApiPerfDateGroup[],
): readonly ApiPerfDateGroup[] {
  const known = new Set(before.flatMap(({ records }) => records.map(({ id }) => id)));
  const fresh = (records: readonly ApiPerfRecord[]): ApiPerfRecord[] =>
    records.filter(({ id }) => !known.has(id));
  const days = new Map(before.map((day) => [day.date, day]));
  for (const day of more) {
    const records = fresh(day.records);
    const present = days.get(day.date);
    if (present === undefined) days.set(day.date, { ...day, records });
    else if (records.length > 0) days.set(day.date, { ...day, records: [...present.records, ...records] });
  }
  return [...days.values()];
}

function withPage(
  before: readonly ApiPerfDateGroup[],
  reply: ApiPerfRecordsResponse,
  page: number,
): LoadedRecords {
  const received = reply.date_groups.reduce((count, { records }) => count + records.length, 0);
  return {
    summary: reply.summary,
    days: joined(before, reply.date_groups),
    next_page: nextPage(factsOfMore(reply), { page, page_size: PAGE_SIZE }, received),
  };
}

export class MonthRecords {
  readonly month: Month;
  /** Of the month that shows. */
  pages: List;

  /**
   * @param clock the server's
   * @param coach_id whose; null for the person's own (a manager's: the store's)
   * @param firsts first pages, read here or by an earlier page
   */
  constructor(
    private readonly api: Pick<PerformanceApi, 'records'>,
    clock: { now(): number },
    readonly coach_id: string | null,
    month: YearMonth | null,
    private readonly firsts = new Recent<LoadedRecords>(),
  ) {
    this.month = performanceMonths(clock);
    if (month !== null) this.month.choose(month);
    this.pages = this.listOf(this.month.current);
    makeAutoObservable<this, 'api' | 'firsts'>(
      this,
      { api: false, firsts: false, month: false, pages: observable.ref },
      { autoBind: true },
    );
  }

  get days(): readonly ApiPerfDateGroup[] {
    return this.pages.loaded?.days ?? [];
  }

  /** Each time the page is seen. */
  async read(): Promise<void> {
    const was = this.month.value;
    this.month.look();
    if (was !== this.month.value) this.pages = this.listOf(this.month.current);
    await this.pages.refresh();
  }

  async move(by: number): Promise<void> {
    this.month.move(by);
    await this.turn();
  }

  async choose(month: YearMonth): Promise<void> {
    this.month.choose(month);
    await this.turn();
  }

  /** Reads on until the day is there, or there are no more records. @param date `YYYY-MM-DD` @returns whether it is */
  async seek(date: string): Promise<boolean> {
    const { pages } = this;
    const is_there = (): boolean => pages.loaded?.days.some((day) => day.date === date) ?? false;
    await pages.load();
    while (!is_there() && pages.has_more && pages === this.pages) {
      const page = pages.loaded?.next_page;
      await pages.loadMore();
      if (pages.loaded?.next_page === page) break;
    }
    return is_there() && pages === this.pages;
  }

  private async turn(): Promise<void> {
    this.pages = this.listOf(this.month.current);
    await this.pages.refresh();
  }

  private listOf(month: YearMonth): List {
    const { api, coach_id, firsts } = this;
    const key = `${coach_id ?? ''} ${month.year}-${month.month}`;
    const query = { ...month, ...(coach_id === null ? {} : { coach_id }) };
    return new PagedList(
      {
        ask: (page) => api.records({ ...query, page, page_size: PAGE_SIZE }),
        // Days that were read before may hold records that are gone by now, so page 1 replaces them all.
        first: (_old, reply) => withPage([], reply, 1),
        further: (old, reply, page) => withPage(old.days, reply, page),
        onRead: (loaded, page) => {
          if (page === 1) firsts.learn(key, { ok: true, value: loaded });
        },
        onFailed: (failure) => firsts.learn(key, { ok: false, failure }),
      },
      firsts.get(key),
    );
  }
}
