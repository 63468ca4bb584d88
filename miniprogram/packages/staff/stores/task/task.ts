// One task on its own page (TASK-2): read each time the page is seen, and after each note, since a note may complete it.
import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import type { ApiTaskDetail, ApiTaskItem } from '../../../../../typings/xcx/tasks';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import type { TaskApi } from '../../api/task';
import { isForeign } from '../../api/schema/alone';
import { Reading } from '../../../../stores/reading';
import type { Kept } from '../../../../stores/reading';

/** Why there is no task to show. `over`: it is gone, or somebody else's now. */
export type TaskAbsence = 'over' | 'no_permission' | 'failed';

/** The list that the task came from. */
export interface KnownTasks {
  /**
   * The task as the list shows it, with changes that the server has not confirmed yet; null where it is gone
   * (observable).
   */
  now(task: ApiTaskItem): ApiTaskItem | null;
  receive(task: ApiTaskItem): void;
  setPinned(task: ApiTaskItem, is_pinned: boolean): Promise<string>;
  abandon(task: ApiTaskItem, reason: string): Promise<string>;
  restore(task: ApiTaskItem): Promise<string>;
}

export interface TaskParts {
  api: TaskApi;
  tasks: KnownTasks;
  /** A module of another program stood in the reply: worth a line in the log. */
  onForeign(module: string): void;
  /** What was said of it before. */
  kept?: Kept<ApiTaskDetail> | undefined;
}

/** Observable (MobX). Nothing rejects but faults of ours: what failed is in `failure`, what was refused in `trouble`. */
export class TaskStore {
  /** What could not be done with the task, in a sentence; it names what was undone. */
  trouble = '';
  private readonly reading: Reading<ApiTaskDetail>;

  constructor(
    readonly id: string,
    private readonly parts: TaskParts,
  ) {
    this.reading = new Reading(
      async (signal) => {
        const detail = await parts.api.task(id, { signal, priority: 'now' });
        if (!signal.aborted) this.learn(detail);
        return detail;
      },
      parts.kept,
      id,
    );
    makeAutoObservable<this, 'parts' | 'reading'>(
      this,
      { parts: false, reading: false, dispose: false },
      { autoBind: true },
    );
  }

  get detail(): ApiTaskDetail | null {
    return this.reading.value;
  }

  /** Of the last read; null after a good one. */
  get failure(): Failure | null {
    return this.reading.failure;
  }

  /** As it is to be shown; null while there is none. */
  get task(): ApiTaskDetail | null {
    const { detail } = this;
    const now = detail === null ? null : this.parts.tasks.now(detail);
    return detail === null || now === null ? null : { ...detail, ...now };
  }

  /** Why there is nothing to show; null while there is something, or still may be. */
  get absence(): TaskAbsence | null {
    const { detail, failure } = this;
    if (detail?.status === 'inactive') return 'over';
    if (failure === null) return null;
    const status = statusOf(failure);
    if (status === 404 || status === 409) return 'over';
    if (status === 403) return 'no_permission';
    return detail === null ? 'failed' : null;
  }

  /** Reads the task again; a read under way is given up for it. */
  refresh(): Promise<void> {
    return this.reading.read();
  }

  setPinned(is_pinned: boolean): Promise<void> {
    return this.act((task) => this.parts.tasks.setPinned(task, is_pinned));
  }

  /** @param reason not empty. @returns whether it is abandoned now */
  async abandon(reason: string): Promise<boolean> {
    await this.act((task) => this.parts.tasks.abandon(task, reason));
    return this.trouble === '';
  }

  restore(): Promise<void> {
    return this.act((task) => this.parts.tasks.restore(task));
  }

  dispose(): void {
    this.reading.dispose();
  }

  /** The list shows the change at once; then the task is read again to see what became of it. */
  private async act(run: (task: ApiTaskDetail) => Promise<string>): Promise<void> {
    const { detail } = this;
    if (detail === null) return;
    this.trouble = '';
    const trouble = await run(detail);
    runInAction(() => (this.trouble = trouble));
    await this.refresh();
  }

  private learn(detail: ApiTaskDetail): void {
    this.parts.tasks.receive(detail);
    for (const module of ['ai_analysis', 'service_summary'] as const)
      if (isForeign(detail[module])) this.parts.onForeign(module);
  }
}
