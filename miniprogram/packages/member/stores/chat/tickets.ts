// The person's tickets (V4 `GET /system/chat/issues`); a backend without the route says so. Observable (MobX).
import { makeAutoObservable } from 'mobx-miniprogram';
import type { ChatIssue, ChatIssuesReply } from '../../../../../typings/v4/chat';
import type { Id } from '../../../../../typings/v4/common';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { factsOfRows, nextPage } from '../../../../api/paging';
import { receivedIn } from '../../../../api/rows';
import type { ChatApi } from '../../api/chat';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Pages } from '../../../../stores/list/paged-list';
import { failureIn } from '../../../../stores/list/progress';

interface LoadedTickets extends Pages {
  list: readonly ChatIssue[];
}

const PAGE_SIZE = 20;
const UNDERWAY = 'processing';
const filedUnder = (status: string): string => (status === 'open' ? UNDERWAY : status);

/** The route itself is missing: 404, and none of the codes that speak of a thing. */
const saysNotOffered = (failure: Failure): boolean => statusOf(failure) === 404;

function withPage(before: readonly ChatIssue[], reply: ChatIssuesReply, page: number): LoadedTickets {
  const known = new Set(before.map(({ issue_id }) => issue_id));
  return {
    list: [...before, ...reply.rows.filter(({ issue_id }) => !known.has(issue_id))],
    next_page: nextPage(factsOfRows(reply), { page, page_size: PAGE_SIZE }, receivedIn(reply.rows)),
  };
}

export class Tickets {
  readonly pages: PagedList<ChatIssuesReply, LoadedTickets>;
  /** Empty: all of them. */
  status = '';

  constructor(api: Pick<ChatApi, 'issues'>) {
    this.pages = new PagedList({
      ask: (page) => api.issues({ page, page_size: PAGE_SIZE }),
      first: (_old, reply) => withPage([], reply, 1),
      further: (old, reply, page) => withPage(old.list, reply, page),
    });
    makeAutoObservable(this, { pages: false, find: false }, { autoBind: true });
  }

  get list(): readonly ChatIssue[] | null {
    return this.pages.loaded?.list ?? null;
  }

  get state(): 'loading' | 'failed' | 'not_offered' | 'empty' | 'ready' {
    const failure = failureIn(this.pages.refreshing);
    if (failure !== null && saysNotOffered(failure)) return 'not_offered';
    return this.list?.length === 0 && this.pages.unreadable === 0 ? 'empty' : this.pages.state;
  }

  /** The choice in force: a status that no ticket has any more is none. */
  get applied(): string {
    return this.counts.has(this.status) ? this.status : '';
  }

  /** Of the chosen status. */
  get shown(): readonly ChatIssue[] {
    return (this.list ?? []).filter(
      ({ status }) => this.applied === '' || filedUnder(status) === this.applied,
    );
  }

  /** How many somebody is at. */
  get underway(): number {
    return this.counts.get(UNDERWAY) ?? 0;
  }

  /** Statuses that occur, each with its count; what was handed in counts as under way. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const issue of this.list ?? []) {
      const status = filedUnder(issue.status);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    return counts;
  }

  find(issue_id: Id): ChatIssue | undefined {
    return this.list?.find((issue) => issue.issue_id === issue_id);
  }

  choose(status: string): void {
    this.status = status;
  }

  /** Reads the list again, and on until the ticket is there. */
  async reread(issue_id: Id): Promise<boolean> {
    await this.pages.refresh();
    return this.readOn(issue_id);
  }

  /**
   * Reads on until the ticket is there, or there are no more: no route tells of one ticket. False when it is not found;
   * what failed is in the pages' `refreshing` and `adding`.
   */
  async seek(issue_id: Id): Promise<boolean> {
    const { pages } = this;
    const isFresh = pages.loaded === null;
    await pages.load();
    const found = await this.readOn(issue_id);
    // A list that was read a while ago lacks newer tickets.
    return found || isFresh || pages.has_more ? found : this.reread(issue_id);
  }

  private async readOn(issue_id: Id): Promise<boolean> {
    const { pages } = this;
    while (this.find(issue_id) === undefined && pages.has_more) {
      const page = pages.loaded?.next_page;
      await pages.loadMore();
      if (pages.loaded?.next_page === page) break;
    }
    return this.find(issue_id) !== undefined;
  }
}
