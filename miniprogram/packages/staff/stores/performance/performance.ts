// A coach's month at a glance (PERF-1), with its hours by day; for a manager the store's, or a chosen coach's (BOARD-1).
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiBoardCoachItem } from '../../../../../typings/xcx/boards';
import type { ApiPerfOverview } from '../../../../../typings/xcx/performance';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { BoardsApi } from '../../api/boards';
import type { CoachMonth, PerformanceApi } from '../../api/performance';
import { Month, monthsBefore } from '../month';
import type { YearMonth } from '../month';
import { Keyed } from '../keyed';
import type { Known } from '../keyed';
import type { Recent } from '../recent';
import { readMonthDays } from './month-days';
import type { MonthDays } from './month-days';

/** How far back the pages go: the same month of two years before is still there. */
const MONTHS_BACK = 24;

export interface PerformanceParts {
  api: PerformanceApi;
  boards: Pick<BoardsApi, 'coaches'>;
  /** The server's. */
  clock: { now(): number };
  /** Whether the person may choose a coach. Not if they have figures of their own: the server would refuse. */
  may_choose: boolean;
  /** What earlier pages read. */
  recent?: { overviews: Recent<Known<ApiPerfOverview>>; days: Recent<Known<MonthDays>> } | undefined;
}

/** The months that there is a page of. @param clock the server's */
export function performanceMonths(clock: { now(): number }): Month {
  return new Month(clock, monthsBefore(clock, MONTHS_BACK));
}

export class Performance {
  readonly month: Month;
  readonly overview: Keyed<ApiPerfOverview>;
  readonly days: Keyed<MonthDays>;
  /** Whom a manager may choose; empty while that is not known, or not allowed. */
  coaches: readonly ApiBoardCoachItem[] = [];

  /** @param coach_id whose; null for the person's own (a manager's: the store's) */
  constructor(
    private readonly parts: PerformanceParts,
    public coach_id: string | null,
  ) {
    const { clock, recent } = parts;
    this.month = performanceMonths(clock);
    this.overview = new Keyed(clock, recent?.overviews);
    this.days = new Keyed(clock, recent?.days);
    makeAutoObservable<this, 'parts'>(
      this,
      { parts: false, month: false, overview: false, days: false, coaches: observable.ref },
      { autoBind: true },
    );
  }

  get failure(): Failure | null {
    return this.overview.failure ?? this.days.failure;
  }

  /** Name of the chosen coach; empty for the person's own month. */
  get coach_name(): string {
    return this.coaches.find(({ id }) => id === this.coach_id)?.name ?? '';
  }

  /** Each time the page is seen, and pulled down. */
  async read(): Promise<void> {
    this.month.look();
    const { asked, overview, days } = this;
    const { api } = this.parts;
    const key = `${asked.coach_id ?? ''} ${asked.year}-${asked.month}`;
    overview.show(key);
    days.show(key);
    await Promise.all([
      overview.read((signal) => api.overview(asked, { signal, priority: 'now' })),
      days.read((signal) => readMonthDays(api, asked, signal)),
      this.readCoaches(),
    ]);
  }

  async move(by: number): Promise<void> {
    this.month.move(by);
    await this.read();
  }

  async choose(month: YearMonth): Promise<void> {
    this.month.choose(month);
    await this.read();
  }

  /** @param coach_id null for the whole store */
  async chooseCoach(coach_id: string | null): Promise<void> {
    this.coach_id = coach_id;
    await this.read();
  }

  dispose(): void {
    this.overview.dispose();
    this.days.dispose();
  }

  private get asked(): CoachMonth {
    const { coach_id } = this;
    return { ...this.month.current, ...(coach_id === null ? {} : { coach_id }) };
  }

  /** Without the list nobody can be chosen, but the figures are shown all the same. */
  private async readCoaches(): Promise<void> {
    if (!this.parts.may_choose || this.coaches.length > 0) return;
    const read = await settled(this.parts.boards.coaches({ sort: 'perf_desc', skill: 'ALL', time: 'month' }));
    if (read.ok) runInAction(() => (this.coaches = read.value));
  }
}
