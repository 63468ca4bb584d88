// One item on its own page (V4 §2.1): what the backpack knows of it first, then what the server says now; and using it.
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../../../typings/v4/backpack';
import { failureOf, mayHaveHappened } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import type { BackpackApi } from '../../../../api/v4/backpack';
import { createAbort } from '../../../../platform/abort';
import type { Abort } from '../../../../platform/abort';

/** Why there is no item to show. */
export type Absence = 'missing' | 'not_yours' | 'failed';

export interface ItemDeps {
  api: Pick<BackpackApi, 'item' | 'use'>;
  /** The list that the item came from; it is told what is learnt here. */
  backpack: { readonly items: readonly Item[]; receive(item: Item): void };
}

/** Observable (MobX). Nothing rejects but faults of ours: what failed is in `failure` and `use_failure`. */
export class ItemStore {
  item: Item | null;
  reading = false;
  /** Of the last read; null after a good one. */
  failure: Failure | null = null;
  using = false;
  use_failure: Failure | null = null;
  /** What the backend says about an item that was just used; empty when it says nothing. */
  instructions = '';
  private abort: Abort | null = null;

  constructor(
    readonly item_id: string,
    private readonly deps: ItemDeps,
  ) {
    this.item = deps.backpack.items.find((item) => item.item_id === item_id) ?? null;
    makeAutoObservable<this, 'deps' | 'abort'>(
      this,
      {
        deps: false,
        abort: false,
        item: observable.ref,
        failure: observable.ref,
        use_failure: observable.ref,
      },
      { autoBind: true },
    );
  }

  /** What shows is from the list or from an earlier read, and the server could not be asked. */
  get stale(): boolean {
    return this.item !== null && this.failure !== null;
  }

  /** Why there is nothing to show; null while there is something, or still may be. */
  get absence(): Absence | null {
    if (this.failure === null) return null;
    const { failure } = this;
    if (failure.kind === 'api' && failure.status === 404) return 'missing';
    if (isNotYours(failure)) return 'not_yours';
    return this.item === null ? 'failed' : null;
  }

  /** Reads the item again; a read under way is given up for it. */
  async refresh(): Promise<void> {
    this.abort?.abort();
    const abort = createAbort();
    this.abort = abort;
    this.reading = true;
    try {
      const item = await this.deps.api.item(this.item_id, { signal: abort.signal, priority: 'now' });
      if (!abort.signal.aborted) runInAction(() => this.take(item));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      if (abort.signal.aborted) return;
      runInAction(() => {
        this.failure = failure;
        this.reading = false;
      });
    }
  }

  /** `POST …/use`, once. After an unclear outcome the item is read again instead of the call being repeated. */
  async use(): Promise<void> {
    if (this.using || this.item === null) return;
    this.using = true;
    this.use_failure = null;
    let failure: Failure | undefined;
    try {
      const { status, instructions } = await this.deps.api.use(this.item_id);
      runInAction(() => {
        this.instructions = instructions ?? '';
        if (this.item) this.learn({ ...this.item, status, allowed_actions: [] });
      });
    } catch (error) {
      failure = failureOf(error);
      if (failure === undefined) throw error;
    } finally {
      runInAction(() => (this.using = false));
    }
    await this.refresh();
    const settled = this.item.status === 'used' && failure !== undefined && mayHaveHappened(failure);
    runInAction(() => (this.use_failure = settled ? null : (failure ?? null)));
  }

  dispose(): void {
    this.abort?.abort();
  }

  private take(item: Item): void {
    this.reading = false;
    this.failure = null;
    this.learn(item);
  }

  private learn(item: Item): void {
    this.item = item;
    this.deps.backpack.receive(item);
  }
}

/** Documented 403; the deployed backend answers 500 with a sentence. */
function isNotYours(failure: Failure): boolean {
  if (failure.kind !== 'api') return false;
  return failure.status === 403 || (failure.status === 500 && failure.message.includes('无权'));
}
