// The customers of BOARD-2 as a list: along one dimension, of one project, page by page; searched as far as they are loaded.
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiBoardCustomerItem, ApiCustomerDimension } from '../../../../../typings/xcx/boards';
import type { ApiPaginated } from '../../../../../typings/xcx/common';
import type { ApiSkillType } from '../../../../../typings/xcx/config';
import { statusOf } from '../../../../api/errors';
import { nextOfPage } from '../../../../api/paging';
import { settled } from '../../../../api/settled';
import { folded } from '../../../../format/typed';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import { failureIn } from '../../../../stores/list/progress';
import type { BoardsApi, CustomerBoardQuery } from '../../api/boards';
import type { ConfigApi } from '../../api/config';
import { Recent } from '../recent';

const PAGE_SIZE = 50;
const FIRST: Filter = { dimension: 'recall', project: 'ALL' };
/** The server does not know what it was asked for. */
const UNKNOWN = 422;

type Filter = Pick<CustomerBoardQuery, 'dimension' | 'project'>;
type Reply = ApiPaginated<ApiBoardCustomerItem>;

export interface LoadedCustomers extends Pages {
  readonly list: readonly ApiBoardCustomerItem[];
}

type List = PagedList<Reply, LoadedCustomers>;

/** Each customer once; those of a page are as it has them. */
function joined(
  before: readonly ApiBoardCustomerItem[],
  more: readonly ApiBoardCustomerItem[],
): readonly ApiBoardCustomerItem[] {
  return [...new Map([...before, ...more].map((customer) => [customer.id, customer])).values()];
}

/** Puts a page 1 that was read again before the known list: rows of later pages stay until the list is pulled down. */
function withFirst(old: LoadedCustomers | null, reply: Reply): LoadedCustomers {
  const list = joined(reply.items, []);
  if (old === null) return { list, next_page: nextOfPage(reply, 1, PAGE_SIZE) };
  const ids = new Set(list.map(({ id }) => id));
  return { list: [...list, ...old.list.filter(({ id }) => !ids.has(id))], next_page: old.next_page };
}

export interface CustomersParts {
  api: Pick<BoardsApi, 'customers'>;
  config: Pick<ConfigApi, 'skillTypes'>;
}

export class Customers {
  filter: Filter = FIRST;
  /** Looked for in what is loaded. */
  query = '';
  /** Of the filter. */
  pages: List;
  /** What a person can narrow to (CONFIG-1); empty while that is not known. */
  projects: readonly ApiSkillType[] = [];
  /** The server refused the filter that was chosen: the first one is back. */
  is_reset = false;
  private readonly known = new Recent<LoadedCustomers>();

  constructor(private readonly parts: CustomersParts) {
    this.pages = this.listOf(FIRST);
    makeAutoObservable<this, 'parts' | 'known'>(
      this,
      { parts: false, known: false, filter: observable.ref, pages: observable.ref, projects: observable.ref },
      { autoBind: true },
    );
  }

  get loaded(): readonly ApiBoardCustomerItem[] {
    return this.pages.loaded?.list ?? [];
  }

  /** Of those loaded, who fits what is looked for: in the name or a tag, in any case and width of letters. */
  get found(): readonly ApiBoardCustomerItem[] {
    const wanted = folded(this.query);
    if (wanted === '') return this.loaded;
    return this.loaded.filter(({ name, tags }) =>
      [name, ...tags].some((text) => folded(text).includes(wanted)),
    );
  }

  /** Each time the page is seen. */
  async read(): Promise<void> {
    await Promise.all([this.pages.refresh(), this.readProjects()]);
  }

  search(query: string): void {
    this.query = query;
  }

  chooseDimension(dimension: ApiCustomerDimension): Promise<void> {
    return this.turn({ ...this.filter, dimension });
  }

  /** @param project a value of `projects` */
  chooseProject(project: string): Promise<void> {
    // CONFIG-1 is the server's own list of what it takes.
    return this.turn({ ...this.filter, project: project as Filter['project'] });
  }

  private async turn(filter: Filter): Promise<void> {
    this.is_reset = false;
    const pages = this.show(filter);
    await pages.refresh();
    const is_unknown = statusOf(failureIn(pages.refreshing)) === UNKNOWN;
    if (!is_unknown || pages !== this.pages) return;
    runInAction(() => (this.is_reset = true));
    await this.show(FIRST).refresh();
  }

  private show(filter: Filter): List {
    this.filter = filter;
    this.pages = this.listOf(filter);
    return this.pages;
  }

  private async readProjects(): Promise<void> {
    if (this.projects.length > 0) return;
    const read = await settled(this.parts.config.skillTypes());
    // Without the projects there is nothing to choose; the list is shown all the same.
    if (read.ok) runInAction(() => (this.projects = read.value));
  }

  private listOf(filter: Filter): List {
    const key = `${filter.dimension} ${filter.project}`;
    const { known } = this;
    const { api } = this.parts;
    return new PagedList(
      {
        ask: (page) => api.customers({ ...filter, page, pageSize: PAGE_SIZE }),
        first: withFirst,
        further: (old, reply, page) => ({
          list: joined(old.list, reply.items),
          next_page: nextOfPage(reply, page, PAGE_SIZE),
        }),
        onRead: (loaded) => known.learn(key, { ok: true, value: loaded }),
        onFailed: (failure) => known.learn(key, { ok: false, failure }),
      },
      known.get(key),
    );
  }
}
