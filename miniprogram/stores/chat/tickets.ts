// The person's tickets (V4 `GET /system/chat/issues`); a backend without the route says so. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ChatIssue } from '../../../typings/v4/chat';
import type { Id } from '../../../typings/v4/common';
import { failureOf } from '../../api/errors';
import type { Failure } from '../../api/errors';
import { factsOfRows, nextPage } from '../../api/paging';
import type { ChatApi } from '../../api/v4/chat';
import type { Progress } from './conversation/conversation';

const PAGE_SIZE = 20;
const idle: Progress = { state: 'idle' };

/** The route itself is missing: 404, and none of the codes that speak of a thing. */
const saysNotOffered = (failure: Failure): boolean =>
  (failure.kind === 'api' || failure.kind === 'http') && failure.status === 404;

/** Requests never reject: what failed is in `refreshing` and `adding`. */
export class Tickets {
  list: readonly ChatIssue[] | null = null;
  is_offered = true;
  /** Empty: all of them. */
  status = '';
  refreshing: Progress = idle;
  adding: Progress = idle;
  private next_page: number | null = null;

  constructor(
    private readonly api: Pick<ChatApi, 'issues'>,
    private readonly isAlive: () => boolean,
  ) {
    makeAutoObservable<this, 'api' | 'isAlive' | 'next_page'>(
      this,
      {
        api: false,
        isAlive: false,
        list: observable.ref,
        refreshing: observable.ref,
        adding: observable.ref,
        next_page: observable.ref,
        find: false,
      },
      { autoBind: true },
    );
  }

  get state(): 'loading' | 'failed' | 'not_offered' | 'empty' | 'ready' {
    if (!this.is_offered) return 'not_offered';
    if (this.list === null) return this.refreshing.state === 'failed' ? 'failed' : 'loading';
    return this.list.length === 0 ? 'empty' : 'ready';
  }

  /** The choice in force: a status that no ticket has any more is none. */
  get applied(): string {
    return this.counts.has(this.status) ? this.status : '';
  }

  /** Of the chosen status. */
  get shown(): readonly ChatIssue[] {
    return (this.list ?? []).filter(({ status }) => this.applied === '' || status === this.applied);
  }

  /** Statuses that occur, each with its count. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { status } of this.list ?? []) counts.set(status, (counts.get(status) ?? 0) + 1);
    return counts;
  }

  get has_more(): boolean {
    return this.next_page !== null;
  }

  find(issue_id: Id): ChatIssue | undefined {
    return this.list?.find((issue) => issue.issue_id === issue_id);
  }

  choose(status: string): void {
    this.status = status;
  }

  refresh(): Promise<void> {
    return this.read(1, 'refreshing');
  }

  async loadMore(): Promise<void> {
    if (this.next_page !== null) await this.read(this.next_page, 'adding');
  }

  /**
   * Reads on until the ticket is there, or there are no more: no route tells of one ticket. False when it is not found;
   * what failed is in `refreshing` and `adding`.
   */
  async seek(issue_id: Id): Promise<boolean> {
    if (this.find(issue_id) !== undefined) return true;
    if (this.list === null) await this.refresh();
    while (this.find(issue_id) === undefined && this.has_more) {
      const page = this.next_page;
      await this.loadMore();
      if (this.next_page === page) break;
    }
    return this.find(issue_id) !== undefined;
  }

  private async read(page: number, what: 'refreshing' | 'adding'): Promise<void> {
    if (this.refreshing.state === 'running' || this.adding.state === 'running') return;
    runInAction(() => (this[what] = { state: 'running' }));
    try {
      const asked = { page, page_size: PAGE_SIZE };
      const reply = await this.api.issues(asked);
      if (!this.isAlive()) return;
      runInAction(() => {
        const before = page === 1 ? [] : (this.list ?? []);
        const known = new Set(before.map(({ issue_id }) => issue_id));
        this.list = [...before, ...reply.rows.filter(({ issue_id }) => !known.has(issue_id))];
        this.next_page = nextPage(factsOfRows(reply), asked, reply.rows.length);
        this.is_offered = true;
        this[what] = idle;
      });
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      runInAction(() => {
        if (page === 1 && saysNotOffered(failure)) this.is_offered = false;
        this[what] = { state: 'failed', failure };
      });
    }
  }
}
