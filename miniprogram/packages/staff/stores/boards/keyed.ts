// What was read of a board, by what it was narrowed to: figures of another filter never stand for the one that is chosen.
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { createAbort } from '../../../../platform/abort';
import type { Abort, AbortSignal } from '../../../../platform/abort';

export interface Kept<T> {
  value: T;
  /** Epoch ms by the server's clock. */
  read_at: number;
}

export class Keyed<T> {
  private key = '';
  private readonly known = observable.map<string, Kept<T>>({}, { deep: false });
  /** Of the last reading of what is chosen; null after a good one, and before there was one. */
  failure: Failure | null = null;
  private abort: Abort | null = null;

  /** @param clock the server's */
  constructor(private readonly clock: { now(): number }) {
    makeAutoObservable<this, 'clock' | 'known' | 'abort'>(
      this,
      { clock: false, known: false, abort: false, failure: observable.ref },
      { autoBind: true },
    );
  }

  /** Null until it was read once. */
  get now(): Kept<T> | null {
    return this.known.get(this.key) ?? null;
  }

  /** Turns to another key; what is still asked for the one before is given up. */
  show(key: string): void {
    if (key === this.key) return;
    this.abort?.abort();
    this.key = key;
    this.failure = null;
  }

  /** Reads what is chosen (again). @returns why it could not be read; null where it could */
  async read(ask: (signal: AbortSignal) => Promise<T>): Promise<Failure | null> {
    this.abort?.abort();
    const abort = createAbort();
    this.abort = abort;
    const { key } = this;
    const read = await settled(ask(abort.signal));
    if (abort.signal.aborted) return { kind: 'aborted' };
    runInAction(() => {
      this.failure = read.ok ? null : read.failure;
      if (read.ok) this.known.set(key, { value: read.value, read_at: this.clock.now() });
    });
    return read.ok ? null : read.failure;
  }
}
