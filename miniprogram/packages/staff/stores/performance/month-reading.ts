// Reads the figures of one month of one coach. Those read before show at once, while they are read again. An answer
// that comes after the page has moved to another month is only kept for later. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { createAbort } from '../../../../platform/abort';
import type { Abort, AbortSignal } from '../../../../platform/abort';
import type { CoachMonth } from '../../api/performance';
import { Recent } from '../recent';

const keyOf = ({ coach_id = '', year, month }: CoachMonth): string => `${coach_id} ${year}-${month}`;

/** `ask` rejects with `ApiError`; what failed is in `failure`. */
export class MonthReading<T> {
  private key = '';
  /** Of the last reading of what shows; null after a good one, and while one runs. */
  failure: Failure | null = null;
  private abort: Abort | null = null;

  /** @param known read before, by this page or an earlier one */
  constructor(
    private readonly ask: (month: CoachMonth, signal: AbortSignal) => Promise<T>,
    private readonly known = new Recent<T>(),
  ) {
    makeAutoObservable<this, 'ask' | 'known' | 'abort'>(
      this,
      { ask: false, known: false, abort: false, failure: observable.ref },
      { autoBind: true },
    );
  }

  /** Null until it was read once. */
  get value(): T | null {
    return this.known.get(this.key);
  }

  /** Shows a month and reads it again; a reading under way is given up for it. */
  async show(month: CoachMonth): Promise<void> {
    this.abort?.abort();
    const abort = createAbort();
    this.abort = abort;
    const key = keyOf(month);
    // A failure belongs to the month that it was read for, so another month begins without one.
    if (key !== this.key) this.failure = null;
    this.key = key;
    const read = await settled(this.ask(month, abort.signal));
    if (abort.signal.aborted) return;
    runInAction(() => {
      this.failure = read.ok ? null : read.failure;
      if (read.ok) this.known.set(key, read.value);
    });
  }

  dispose(): void {
    this.abort?.abort();
  }
}
