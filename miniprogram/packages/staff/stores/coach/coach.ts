// One coach: what COACH-1 says, and the board's row of the present month, which is all where there is no such route, or it is
// not for this person. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiBoardCoachItem } from '../../../../../typings/xcx/boards';
import type { ApiCoachDetail } from '../../../../../typings/xcx/coaches';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { BoardsApi } from '../../api/boards';
import type { CoachesApi } from '../../api/coaches';

export interface CoachParts {
  api: Pick<CoachesApi, 'coach'>;
  boards: Pick<BoardsApi, 'coaches'>;
  /** The row as the board has it read, where that is of the present month. */
  known(id: string): ApiBoardCoachItem | null;
}

/** `absent`: the server has no such route, or no such coach. `refused`: another's, and no permission. */
export type DetailState = 'loading' | 'ready' | 'absent' | 'refused' | 'failed';

export class CoachStore {
  detail: ApiCoachDetail | null = null;
  row: ApiBoardCoachItem | null;
  /** Of the last reading of the detail; null after a good one. */
  failure: Failure | null = null;
  private row_failure: Failure | null = null;
  private is_read = false;

  constructor(
    readonly id: string,
    private readonly parts: CoachParts,
  ) {
    this.row = parts.known(id);
    makeAutoObservable<this, 'parts'>(
      this,
      { id: false, parts: false, detail: observable.ref, row: observable.ref, failure: observable.ref },
      { autoBind: true },
    );
  }

  get detail_state(): DetailState {
    if (this.detail !== null) return 'ready';
    if (this.failure === null) return 'loading';
    const status = statusOf(this.failure);
    if (status === 404) return 'absent';
    return status === 403 ? 'refused' : 'failed';
  }

  get state(): 'loading' | 'ready' | 'refused' | 'gone' | 'failed' {
    if (this.detail !== null || this.row !== null) return 'ready';
    if (!this.is_read) return 'loading';
    if (this.detail_state === 'refused') return 'refused';
    return this.detail_state === 'absent' && this.row_failure === null ? 'gone' : 'failed';
  }

  /** Why there is nothing to show, or the detail could not be read. */
  get trouble(): Failure | null {
    return this.detail_state === 'absent' ? this.row_failure : this.failure;
  }

  /** Reads both; each fails alone. */
  async read(): Promise<void> {
    await Promise.all([this.readDetail(), this.readRow()]);
    runInAction(() => (this.is_read = true));
  }

  private async readDetail(): Promise<void> {
    const read = await settled(this.parts.api.coach(this.id, { priority: 'now' }));
    runInAction(() => {
      this.failure = read.ok ? null : read.failure;
      if (read.ok) this.detail = read.value;
      // With the right goes what was read by it.
      else if (statusOf(read.failure) === 403) this.detail = null;
    });
  }

  private async readRow(): Promise<void> {
    const { boards, known } = this.parts;
    const here = known(this.id);
    if (here !== null) return runInAction(() => void (this.row = here));
    const read = await settled(boards.coaches({ sort: 'perf_desc', skill: 'ALL', time: 'month' }));
    runInAction(() => {
      this.row_failure = read.ok ? null : read.failure;
      if (read.ok) this.row = read.value.find(({ id }) => id === this.id) ?? null;
    });
  }
}
