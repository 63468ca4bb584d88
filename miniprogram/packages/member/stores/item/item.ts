// One item on its own page (V4 §2.1): what the backpack knows of it first, then what the server says now; and using it.
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../../../typings/v4/backpack';
import { mayHaveHappened, statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { BackpackApi } from '../../../../api/v4/backpack';
import { isNotYours } from '../../../../stores/backpack/orders';
import { Reading } from '../../../../stores/reading';

/** Why there is no item to show. */
export type Absence = 'missing' | 'not_yours' | 'failed';

export interface ItemParts {
  api: Pick<BackpackApi, 'item' | 'use'>;
  /** The list that the item came from; it is told what is learnt here. */
  backpack: { readonly items: readonly Item[]; receive(item: Item): void };
}

/** Observable (MobX). Nothing rejects but faults of ours: what failed is in `failure` and `use_failure`. */
export class ItemStore {
  using = false;
  use_failure: Failure | null = null;
  /** What the backend says about an item that was just used; empty when it says nothing. */
  instructions = '';
  private readonly reading: Reading<Item>;

  constructor(
    readonly item_id: string,
    private readonly parts: ItemParts,
  ) {
    this.reading = new Reading(async (signal) => {
      const item = await parts.api.item(item_id, { signal, priority: 'now' });
      if (!signal.aborted) parts.backpack.receive(item);
      return item;
    });
    this.reading.value = parts.backpack.items.find((item) => item.item_id === item_id) ?? null;
    makeAutoObservable<this, 'parts' | 'reading'>(
      this,
      { parts: false, reading: false, dispose: false, use_failure: observable.ref },
      { autoBind: true },
    );
  }

  get item(): Item | null {
    return this.reading.value;
  }

  /** Of the last read; null after a good one. */
  get failure(): Failure | null {
    return this.reading.failure;
  }

  /** What shows is from the list or from an earlier read, and the server could not be asked. */
  get stale(): boolean {
    return this.item !== null && this.failure !== null;
  }

  /** Why there is nothing to show; null while there is something, or still may be. */
  get absence(): Absence | null {
    if (this.failure === null) return null;
    const { failure } = this;
    if (statusOf(failure) === 404) return 'missing';
    if (isNotYours(failure)) return 'not_yours';
    return this.item === null ? 'failed' : null;
  }

  /** Reads the item again; a read under way is given up for it. */
  refresh(): Promise<void> {
    return this.reading.read();
  }

  /** `POST …/use`, once. After an unclear outcome the item is read again instead of the call being repeated. */
  async use(): Promise<void> {
    if (this.using || this.item === null) return;
    this.using = true;
    this.use_failure = null;
    const used = await settled(this.parts.api.use(this.item_id));
    runInAction(() => {
      this.using = false;
      if (!used.ok) return;
      const { status, instructions } = used.value;
      this.instructions = instructions ?? '';
      if (this.item) this.learn({ ...this.item, status, allowed_actions: [] });
    });
    await this.refresh();
    if (used.ok) return;
    const has_happened = this.item.status === 'used' && mayHaveHappened(used.failure);
    if (!has_happened) runInAction(() => (this.use_failure = used.failure));
  }

  dispose(): void {
    this.reading.dispose();
  }

  private learn(item: Item): void {
    this.reading.value = item;
    this.parts.backpack.receive(item);
  }
}
