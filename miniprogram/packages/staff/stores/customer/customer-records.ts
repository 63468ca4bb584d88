// The services given to a customer in a month, at all tables or one (CUST-2), page by page. Months and tables that were left
// show at once when one comes back. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiCustomerRecordsResponse } from '../../../../../typings/xcx/customers';
import type { ApiServiceRecord } from '../../../../../typings/xcx/tasks';
import { factsOfMore, nextPage } from '../../../../api/paging';
import { receivedIn } from '../../../../api/rows';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import type { CustomersApi } from '../../api/customers';
import type { Month, YearMonth } from '../month';
import { Recent } from '../recent';
import { performanceMonths } from '../performance/performance';

/** As the server cuts them: it takes no size. */
const PAGE_SIZE = 20;

type Reply = ApiCustomerRecordsResponse;

export interface LoadedServices extends Pages {
  readonly records: readonly ApiServiceRecord[];
  /** The first page's: figures of the whole month, tables, whose records these are. */
  readonly reply: Reply;
}

type List = PagedList<Reply, LoadedServices>;

function withPage(
  before: readonly ApiServiceRecord[],
  first: Reply,
  reply: Reply,
  page: number,
): LoadedServices {
  return {
    reply: first,
    records: [...before, ...reply.records],
    next_page: nextPage(factsOfMore(reply), { page, page_size: PAGE_SIZE }, receivedIn(reply.records)),
  };
}

export class CustomerRecords {
  readonly month: Month;
  /** An id of the month's tables; empty for all. */
  table = '';
  /** Of the month and the table. */
  pages: List;
  /** Of whichever month was read last: whose records these are does not go with a month that fails. */
  head: Reply | null = null;
  /** By month: its figures and tables are the same whichever table is chosen. */
  private readonly replies = observable.map<string, Reply>({}, { deep: false });

  /**
   * @param clock the server's
   * @param known first pages, read here or by an earlier page
   */
  constructor(
    private readonly api: Pick<CustomersApi, 'records'>,
    clock: { now(): number },
    readonly id: string,
    private readonly known = new Recent<LoadedServices>(),
  ) {
    this.month = performanceMonths(clock);
    this.pages = this.listOf();
    this.learn(this.pages.loaded, this.month.value);
    makeAutoObservable<this, 'api' | 'known' | 'replies'>(
      this,
      { api: false, known: false, replies: false, month: false, pages: observable.ref, head: observable.ref },
      { autoBind: true },
    );
  }

  /** What was said of the month that shows; null until something was. */
  get reply(): Reply | null {
    return this.replies.get(this.month.value) ?? null;
  }

  /** Each time the page is seen. */
  async read(): Promise<void> {
    const was = this.month.value;
    this.month.look();
    if (was !== this.month.value) return this.turn('');
    await this.pages.refresh();
  }

  async move(by: number): Promise<void> {
    this.month.move(by);
    await this.turn('');
  }

  async choose(month: YearMonth): Promise<void> {
    this.month.choose(month);
    await this.turn('');
  }

  chooseTable(table: string): Promise<void> {
    return this.turn(table);
  }

  private async turn(table: string): Promise<void> {
    this.table = table;
    this.pages = this.listOf();
    await this.pages.refresh();
  }

  private listOf(): List {
    const { api, id, known, table } = this;
    const { current, value } = this.month;
    const key = `${id} ${value} ${table}`;
    const query = { ...current, ...(table === '' ? {} : { table }) };
    return new PagedList(
      {
        ask: (page) => api.records(id, { ...query, page }),
        first: (_old, reply) => withPage([], reply, reply, 1),
        further: (old, reply, page) => withPage(old.records, old.reply, reply, page),
        onRead: (loaded, page) => {
          if (page > 1) return;
          known.learn(key, { ok: true, value: loaded });
          runInAction(() => this.learn(loaded, value));
        },
        onFailed: (failure) => known.learn(key, { ok: false, failure }),
      },
      known.get(key),
    );
  }

  private learn(loaded: LoadedServices | null, month: string): void {
    if (loaded === null) return;
    this.head = loaded.reply;
    this.replies.set(month, loaded.reply);
  }
}
