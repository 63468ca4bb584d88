// What was read of the three boards, and asking for it. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiBoardCoachItem, ApiBoardFinanceMetric, ApiProject } from '../../../../../typings/xcx/boards';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import type { AbortSignal } from '../../../../platform/abort';
import { failureIn } from '../../../../stores/list/progress';
import type { BoardsApi, CoachBoardQuery, CustomerBoardQuery, FinanceBoardQuery } from '../../api/boards';
import { customerList } from './customer-list';
import type { CustomerList } from './customer-list';
import type { BoardName, Filter, Filters } from './filters';
import { Keyed } from '../keyed';

/** So many lists of customers are kept for coming back to. */
const MOST_LISTS = 6;

/** An order of coaches that no field of theirs tells. */
const BY_SERVER = 'sv_desc';

/** What a reading belongs to: coaches in another order are the same coaches. */
const keyOf = (filter: Filter): string =>
  Object.entries(filter)
    .filter(([name]) => name !== 'sort')
    .map(([, value]) => value)
    .join(' ');

const urgent = (signal: AbortSignal) => ({ signal, priority: 'now' as const });

export class Readings {
  readonly coaches: Keyed<readonly ApiBoardCoachItem[]>;
  readonly finance: Keyed<readonly ApiBoardFinanceMetric[]>;
  customers: CustomerList;
  private readonly lists = new Map<string, CustomerList>();
  /** Ids in the server's own order, by the coaches' key. */
  private readonly orders = observable.map<string, readonly string[]>({}, { deep: false });

  /**
   * @param clock the server's
   * @param filters what is chosen now; values are of the filters' tables
   * @param skill how a filter's skill or project is called on the wire
   */
  constructor(
    private readonly api: BoardsApi,
    private readonly clock: { now(): number },
    private readonly filters: () => Filters,
    private readonly skill: (filter: Filter) => ApiProject,
  ) {
    this.coaches = new Keyed(clock);
    this.finance = new Keyed(clock);
    this.customers = this.listOf(filters().customers);
    makeAutoObservable<this, 'api' | 'clock' | 'filters' | 'skill' | 'lists' | 'orders'>(
      this,
      {
        ...{ api: false, clock: false, filters: false, skill: false, lists: false, orders: false },
        ...{ coaches: false, finance: false, customers: observable.ref },
      },
      { autoBind: true },
    );
    this.point();
  }

  /** Ids in the server's order where that is chosen, null while it is not known; empty where a field tells the order. */
  get order(): readonly string[] | null {
    const { coaches } = this.filters();
    return coaches['sort'] === BY_SERVER ? (this.orders.get(keyOf(coaches)) ?? null) : [];
  }

  /** Why what is chosen of a board could not be read. */
  failure(board: BoardName): Failure | null {
    return board === 'customers' ? failureIn(this.customers.refreshing) : this[board].failure;
  }

  /** When what is chosen of a board was read, epoch ms by the server's clock; null where nothing of it was. */
  readAt(board: BoardName): number | null {
    if (board === 'customers') return this.customers.loaded?.read_at ?? null;
    if (board === 'coaches' && this.order === null) return null;
    return this[board].now?.read_at ?? null;
  }

  /** What was read shows only for what it was read for: call it when a filter is another. */
  point(): void {
    const { coaches, customers, finance } = this.filters();
    this.coaches.show(keyOf(coaches));
    this.finance.show(keyOf(finance));
    this.customers = this.listOf(customers);
  }

  /** Reads what is chosen of a board (again). @returns why that failed; null where it did not */
  async ask(board: BoardName): Promise<Failure | null> {
    const { api, customers } = this;
    const filter = this.filters()[board];
    if (board === 'customers') {
      await customers.refresh();
      const failure = failureIn(customers.refreshing);
      // With the right goes what was read by it.
      if (statusOf(failure) === 403) this.lists.clear();
      return failure;
    }
    if (board === 'finance') {
      const query = { time: filter['time'], area: filter['area'], compare: filter['compare'] === '1' };
      return this.finance.read((signal) => api.finance(query as FinanceBoardQuery, urgent(signal)));
    }
    const query = {
      sort: filter['sort'],
      skill: this.skill(filter),
      time: filter['time'],
    } as CoachBoardQuery;
    const failure = await this.coaches.read((signal) => api.coaches(query, urgent(signal)));
    const ids = (this.coaches.now?.value ?? []).map(({ id }) => id);
    if (failure === null && query.sort === BY_SERVER) runInAction(() => this.orders.set(keyOf(filter), ids));
    return failure;
  }

  private listOf(filter: Filter): CustomerList {
    const key = keyOf(filter);
    const { api, clock } = this;
    const list =
      this.lists.get(key) ??
      customerList((paging) => {
        const query = { dimension: filter['dimension'], project: this.skill(filter), ...paging };
        return api.customers(query as CustomerBoardQuery);
      }, clock);
    // The one that was used last stands last.
    this.lists.delete(key);
    this.lists.set(key, list);
    const [oldest] = this.lists.keys();
    if (this.lists.size > MOST_LISTS && oldest !== undefined) this.lists.delete(oldest);
    return list;
  }
}
