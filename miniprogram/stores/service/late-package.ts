// A subpackage whose script is fetched once it is wanted: nothing of it runs before. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { failed, IDLE, RUNNING } from '../list/progress';
import type { Progress } from '../list/progress';

export class LatePackage<Entry> {
  /** What it offers; null until it is there. */
  entry: Entry | null = null;
  /** The fetching of it. */
  fetching: Progress = IDLE;
  private current: Promise<Entry | null> | undefined;

  /** @param fetch `require.async` of the package's entry: rejects with `{mod, errMsg}` where it cannot be fetched */
  constructor(private readonly fetch: () => Promise<Entry>) {
    makeAutoObservable<this, 'fetch' | 'current'>(
      this,
      { fetch: false, current: false, entry: observable.ref, fetching: observable.ref },
      { autoBind: true },
    );
  }

  /** Fetches it unless it is there; callers share one fetch. Null where it cannot be had now. */
  load(): Promise<Entry | null> {
    if (this.entry !== null) return Promise.resolve(this.entry);
    this.current ??= this.attempt().finally(() => {
      this.current = undefined;
    });
    return this.current;
  }

  /** There is a network again: fetches what was asked for. A fetch under way began without one, so another follows its failure. */
  async again(): Promise<void> {
    if (this.fetching.state === 'idle') return;
    const began_before = this.current !== undefined;
    if ((await this.load()) === null && began_before) await this.load();
  }

  private async attempt(): Promise<Entry | null> {
    runInAction(() => (this.fetching = RUNNING));
    try {
      const entry = await this.fetch();
      runInAction(() => {
        this.entry = entry;
        this.fetching = IDLE;
      });
      return entry;
    } catch (error) {
      runInAction(() => (this.fetching = failed({ kind: 'network' })));
      // Its own code failed: a fault of ours.
      if (error instanceof Error) throw error;
      return null;
    }
  }
}
