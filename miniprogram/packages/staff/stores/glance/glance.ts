// The present month's figures (PERF-1) as 我的 shows them: read when somebody looks. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { ApiPerfOverview } from '../../../../../typings/xcx/performance';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { beijingTime } from '../../../../format/time';
import { failed, IDLE, RUNNING } from '../../../../stores/list/progress';
import type { Progress } from '../../../../stores/list/progress';
import type { MonthGlance } from '../../../../stores/person/staff-view';
import type { Month, PerformanceApi } from '../../api/performance';
import { countText, hoursFigure, moneyText } from '../../format/figures';

/** Figures this old are read again when somebody looks. */
const FRESH_MS = 60_000;

/** Somebody without figures of their own is not told of an error. */
const isRefused = (failure: Failure): boolean => statusOf(failure) === 403;

export class Glance {
  private figures: ApiPerfOverview | null = null;
  private month: Month;
  private reading: Progress = IDLE;
  private read_at = -Infinity;

  /** @param clock the server's */
  constructor(
    private readonly api: Pick<PerformanceApi, 'overview'>,
    private readonly clock: { now(): number },
  ) {
    this.month = this.present();
    makeAutoObservable<this, 'api' | 'clock' | 'figures' | 'month' | 'reading' | 'read_at'>(
      this,
      {
        ...{ api: false, clock: false, read_at: false },
        ...{ figures: observable.ref, month: observable.ref, reading: observable.ref },
      },
      { autoBind: true },
    );
  }

  /** Reads the present month, unless that was done a moment ago. Failures show in `view`. */
  async look(): Promise<void> {
    const now = this.clock.now();
    if (this.reading.state === 'running' || Math.abs(now - this.read_at) < FRESH_MS) return;
    const month = this.present();
    this.reading = RUNNING;
    const done = await settled(this.api.overview(month));
    runInAction(() => {
      this.reading = done.ok ? IDLE : failed(done.failure);
      // A refusal is an answer too; what failed otherwise may be asked for again at once.
      if (done.ok || isRefused(done.failure)) this.read_at = now;
      if (!done.ok) return;
      this.figures = done.value;
      this.month = month;
    });
  }

  /**
   * The figures of the present month. Those of an earlier reading show while they are read again, but never those of
   * another month.
   */
  get view(): MonthGlance {
    const { figures, month } = this;
    return {
      state: this.state,
      label: `${month.month} 月工时`,
      hours: hoursFigure(figures?.total_hours),
      income: moneyText(figures?.total_income),
      customers: countText(figures?.total_customers),
    };
  }

  private get state(): MonthGlance['state'] {
    if (this.figures !== null) return 'ready';
    if (this.reading.state !== 'failed') return this.reading.state === 'running' ? 'loading' : 'unread';
    return isRefused(this.reading.failure) ? 'unread' : 'failed';
  }

  private present(): Month {
    const { year, month } = beijingTime(this.clock.now());
    return { year, month };
  }
}
