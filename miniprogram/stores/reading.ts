// One reply that a page reads, and reads again: what was there stays while it is read, and when that fails. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Failure } from '../api/errors';
import { settled } from '../api/settled';
import type { Settled } from '../api/settled';
import { createAbort } from '../platform/abort';
import type { Abort, AbortSignal } from '../platform/abort';

/** Values that outlive a reading, by key. */
export interface Kept<T> {
  get(key: string): T | null;
  learn(key: string, read: Settled<T>): void;
}

/** `ask` rejects with `ApiError`; what failed is in `failure`. */
export class Reading<T> {
  /** Null until it was read once. */
  value: T | null;
  /** Of the last reading; null after a good one. */
  failure: Failure | null = null;
  private abort: Abort | null = null;

  /** @param kept where an earlier reading of the same `key` lies, and this one will */
  constructor(
    private readonly ask: (signal: AbortSignal) => Promise<T>,
    private readonly kept?: Kept<T>,
    private readonly key = '',
  ) {
    this.value = kept?.get(key) ?? null;
    makeAutoObservable<this, 'ask' | 'abort' | 'kept' | 'key'>(
      this,
      { ask: false, abort: false, kept: false, key: false, value: observable.ref, failure: observable.ref },
      { autoBind: true },
    );
  }

  /** A reading under way is given up for it. */
  async read(): Promise<void> {
    this.abort?.abort();
    const abort = createAbort();
    this.abort = abort;
    const read = await settled(this.ask(abort.signal));
    if (abort.signal.aborted) return;
    runInAction(() => {
      this.failure = read.ok ? null : read.failure;
      if (read.ok) this.value = read.value;
      this.kept?.learn(this.key, read);
    });
  }

  dispose(): void {
    this.abort?.abort();
  }
}
