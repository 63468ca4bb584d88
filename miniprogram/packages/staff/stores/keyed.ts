// What was read of one thing, by what it was narrowed to: figures of another filter or month never stand for those that are
// chosen. Those read before show at once, while they are read again. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Failure } from '../../../api/errors';
import { settled } from '../../../api/settled';
import { createAbort } from '../../../platform/abort';
import type { Abort, AbortSignal } from '../../../platform/abort';
import { Recent } from './recent';

export interface Known<T> {
  value: T;
  /** Epoch ms by the server's clock. */
  read_at: number;
}

export class Keyed<T> {
  private key = '';
  /** Of the last reading of what is chosen; null after a good one, and before there was one. */
  failure: Failure | null = null;
  private abort: Abort | null = null;

  /**
   * @param clock the server's
   * @param known read before, here or by an earlier page
   */
  constructor(
    private readonly clock: { now(): number },
    private readonly known = new Recent<Known<T>>(),
  ) {
    makeAutoObservable<this, 'clock' | 'known' | 'abort'>(
      this,
      { clock: false, known: false, abort: false, failure: observable.ref },
      { autoBind: true },
    );
  }

  /** Null until it was read once. */
  get now(): Known<T> | null {
    return this.known.get(this.key);
  }

  /** Turns to another key; what is still asked for the one before is given up. */
  show(key: string): void {
    if (key === this.key) return;
    this.dispose();
    this.key = key;
    this.failure = null;
  }

  /** Reads what is chosen (again). @returns why it could not be read; null where it could */
  async read(ask: (signal: AbortSignal) => Promise<T>): Promise<Failure | null> {
    this.dispose();
    const abort = createAbort();
    this.abort = abort;
    const { key, clock } = this;
    const known = async (): Promise<Known<T>> => ({ value: await ask(abort.signal), read_at: clock.now() });
    const read = await settled(known());
    if (abort.signal.aborted) return { kind: 'aborted' };
    const failure = read.ok ? null : read.failure;
    runInAction(() => {
      this.failure = failure;
      this.known.learn(key, read);
    });
    return failure;
  }

  /** Gives up what is asked for. */
  dispose(): void {
    this.abort?.abort();
  }
}
