// A coach's tasks (xcx TASK-1): read page by page, filtered, and changed optimistically. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiTaskItem } from '../../../../../typings/xcx/tasks';
import { failureOf, statusOf } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { Changes } from '../../../../stores/list/change';
import type { ChangeOutcome } from '../../../../stores/list/change';
import { PagedList } from '../../../../stores/list/paged-list';
import type { Progress } from '../../../../stores/list/progress';
import type { Person } from '../../../../stores/person/per-person';
import type { TaskApi } from '../../api/task';
import type { TasksApi } from '../../api/tasks';
import { changeFor, said } from './actions';
import type { TaskAction, TaskNamed } from './actions';
import { chosen, filtered, isDue, noFilter, taskOptions } from './filter';
import type { TaskFilter, TaskOption } from './filter';
import { readSwiped, writeSwiped } from './hint';
import { appended, fromFirst, isListed, lineOf, withTask } from './loaded';
import type { LoadedTasks, TasksReading } from './loaded';
import { readPages } from './reading';

/** The part in use of the person whose tasks they are. */
export interface TasksOwner extends Pick<Person<unknown>, 'area'> {
  clock: { now(): number };
  /** The day that deadlines are said for. */
  day: { now(): number; look(): Promise<void> };
  api: TasksApi & TaskApi;
}

/** A list younger than this is not read again when the page is shown, ms. */
const FRESH_MS = 15_000;
/** Tasks shown at first, and with each reach for more: what one `setData` carries stays below 32 KB. */
const SHOWN = 40;

/** What could not be done with a task, in a sentence. */
export interface TaskTrouble {
  id: string;
  text: string;
}

export class Tasks {
  readonly pages: PagedList<TasksReading, LoadedTasks>;
  filter: TaskFilter = noFilter;
  /** Said under the task until something else is done. */
  trouble: TaskTrouble | null = null;
  /** The person knows that a card can be swiped. */
  swiped: boolean;
  /** Moment that deadlines are said for, epoch ms. */
  now_ms: number;
  private room = SHOWN;
  private fresh_until = 0;
  private readonly changes: Changes<ApiTaskItem>;

  constructor(private readonly owner: TasksOwner) {
    this.now_ms = owner.day.now();
    this.swiped = readSwiped(owner.area);
    const kept = (tasks: readonly ApiTaskItem[], mark: number) => this.changes.kept(tasks, mark);
    this.pages = new PagedList<TasksReading, LoadedTasks>({
      ask: (page) => this.read(page),
      first: (_old, reading) => fromFirst(reading, (tasks) => kept(tasks, reading.mark)),
      // A reading of page 1 brings all pages that were read before, so it is the whole list.
      further: (old, reading, page) => {
        const kept_here = (tasks: readonly ApiTaskItem[]) => kept(tasks, reading.mark);
        return page === 1 ? fromFirst(reading, kept_here) : appended(old, reading.pages[0], page, kept_here);
      },
      onRead: (loaded, page) => this.take(loaded, page),
    });
    this.changes = new Changes<ApiTaskItem>({
      idOf: ({ id }) => id,
      get: (id) => this.pages.loaded?.tasks.find((task) => task.id === id),
      put: (id, task) => this.put(id, task),
      reread: (id) => this.reread(id),
      refresh: () => this.pages.refresh(),
    });
    makeAutoObservable<this, 'owner' | 'fresh_until' | 'changes'>(
      this,
      {
        owner: false,
        pages: false,
        changes: false,
        fresh_until: false,
        now: false,
        filter: observable.ref,
        trouble: observable.ref,
      },
      { autoBind: true },
    );
    void this.pages.refresh();
    this.lookAtDay();
  }

  get state(): 'loading' | 'failed' | 'empty' | 'ready' {
    const { state, has_more } = this.pages;
    return state === 'ready' && this.all.length === 0 && !has_more ? 'empty' : state;
  }

  /** Open and abandoned ones, as they are to be shown, in the server's order. */
  get all(): readonly ApiTaskItem[] {
    return this.changes.shown(this.pages.loaded?.tasks ?? []).filter(isListed);
  }

  /** To be done today at the latest, of those loaded. */
  get due(): number {
    return this.all.filter((task) => isDue(task, this.now_ms)).length;
  }

  get options(): TaskOption[] {
    return taskOptions(this.all, this.now_ms, this.pages.has_more);
  }

  /** The filter in force. */
  get applied(): TaskFilter {
    return { kind: chosen(this.filter.kind, this.options), query: this.filter.query.trim() };
  }

  get narrowed(): boolean {
    return this.applied.kind !== '' || this.applied.query !== '';
  }

  /** Those that fit, group after group: pinned, open, abandoned. */
  get groups(): Record<'pinned' | 'open' | 'gone', readonly ApiTaskItem[]> {
    const fit = filtered(this.all, this.applied, this.now_ms);
    const gone = fit.filter(({ status }) => status === 'abandoned');
    const open = fit.filter(({ status }) => status !== 'abandoned');
    return {
      pinned: open.filter(({ is_pinned }) => is_pinned),
      open: open.filter(({ is_pinned }) => !is_pinned),
      gone,
    };
  }

  /** How many that fit. */
  get found(): number {
    const { pinned, open, gone } = this.groups;
    return pinned.length + open.length + gone.length;
  }

  /** How many of them the page shows. */
  get shown(): number {
    return Math.min(this.room, this.found);
  }

  setFilter(change: Partial<TaskFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.room = SHOWN;
  }

  // ---- what is done to a task: each returns a sentence if it failed, else ''. The list shows the sentence under the
  // task; a page that shows it itself calls `say(null)`, so that it is not shown twice.

  setPinned(task: TaskNamed, is_pinned: boolean): Promise<string> {
    return this.act(task, { kind: 'pin', is_pinned });
  }

  /** @param reason not empty */
  abandon(task: TaskNamed, reason: string): Promise<string> {
    return this.act(task, { kind: 'abandon', reason });
  }

  restore(task: TaskNamed): Promise<string> {
    return this.act(task, { kind: 'restore' });
  }

  /** A task that is shown elsewhere (its own page), as it is to be shown now; null where it is gone (observable). */
  now(task: ApiTaskItem): ApiTaskItem | null {
    return this.changes.shownRow(task);
  }

  find(id: string): ApiTaskItem | undefined {
    return this.all.find((task) => task.id === id);
  }

  /** A task as it is now known elsewhere: its own page read it, or a note was written. */
  receive(task: ApiTaskItem): void {
    const known = this.pages.loaded?.tasks.find(({ id }) => id === task.id);
    // The row keeps fields that the detail's reply may leave out.
    if (known !== undefined) this.put(task.id, { ...known, ...lineOf(task) });
  }

  /** Reads a task again, after a note: that may have completed it. @returns whether it did */
  async renew(id: string): Promise<boolean> {
    const was_open = this.find(id) !== undefined;
    const read = await settled(this.reread(id));
    // If it cannot be read, the next refresh of the list brings it.
    if (!read.ok) return false;
    this.put(id, read.value);
    return was_open && read.value?.status === 'completed';
  }

  say(trouble: TaskTrouble | null): void {
    this.trouble = trouble;
  }

  /** A card was swiped: the hint is not shown any more. */
  learn(): void {
    if (this.swiped) return;
    this.swiped = true;
    writeSwiped(this.owner.area);
  }

  // ---- as a page of a list asks for it

  get adding(): Progress {
    return this.pages.adding;
  }

  get has_more(): boolean {
    return this.pages.has_more || this.shown < this.found;
  }

  refresh(): Promise<void> {
    this.trouble = null;
    return this.pages.refresh();
  }

  /** Pulled down: reads all pages again that were there, so that the person stays where they are in the list. */
  reload(): Promise<void> {
    return this.refresh();
  }

  /** More of what is loaded, then the next page. */
  async loadMore(): Promise<void> {
    if (this.shown < this.found) this.room += SHOWN;
    else await this.pages.loadMore();
  }

  /** The page came to the front: words are for now, and the list is read again behind what shows. */
  show(): Promise<void> {
    this.now_ms = this.owner.day.now();
    this.lookAtDay();
    const is_idle = this.pages.refreshing.state !== 'running' && this.pages.adding.state !== 'running';
    const is_due = this.owner.clock.now() >= this.fresh_until;
    return is_idle && is_due ? this.pages.refresh() : Promise.resolve();
  }

  private lookAtDay(): void {
    void this.owner.day.look().then(() => runInAction(() => (this.now_ms = this.owner.day.now())));
  }

  private async act(task: TaskNamed, action: TaskAction): Promise<string> {
    this.say(null);
    const { api } = this.owner;
    const outcome = await this.changes.run(task.id, changeFor(api, task.id, action));
    this.after(task.id, outcome);
    const text = said(outcome, task, action);
    if (text !== '') this.say({ id: task.id, text });
    return text;
  }

  /**
   * After a refusal that is about the task itself (not the network), reads the task again: it differs from what is
   * shown.
   */
  private after(id: string, outcome: ChangeOutcome): void {
    if (outcome.state !== 'refused' || ![403, 404, 409].includes(statusOf(outcome.failure))) return;
    // If that fails too, the next refresh of the list brings it.
    void settled(this.reread(id)).then((read) => {
      if (read.ok) this.put(id, read.value);
    });
  }

  /** Null where the task is gone, or somebody else's now. */
  private async reread(id: string): Promise<ApiTaskItem | null> {
    try {
      const known = this.pages.loaded?.tasks.find((task) => task.id === id);
      return { ...known, ...lineOf(await this.owner.api.task(id)) };
    } catch (error) {
      if ([403, 404].includes(statusOf(failureOf(error)))) return null;
      throw error;
    }
  }

  private put(id: string, task: ApiTaskItem | null): void {
    const { loaded } = this.pages;
    if (loaded !== null) this.pages.set(withTask(loaded, id, task));
  }

  private async read(page: number): Promise<TasksReading> {
    const mark = this.changes.mark();
    const pages = await readPages(this.owner.api, page, this.pages.loaded?.read ?? 1);
    return { pages, mark, read_at: this.owner.clock.now() };
  }

  private take(loaded: LoadedTasks, page: number): void {
    const { clock, day } = this.owner;
    this.now_ms = day.now();
    if (page === 1) this.fresh_until = clock.now() + FRESH_MS;
    // No task of this page is shown (all are finished): the next page may hold open ones.
    if (loaded.next_page !== null && this.all.length === 0) void this.pages.loadMore();
  }
}
