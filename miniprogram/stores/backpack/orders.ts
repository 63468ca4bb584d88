// Items that an order holds, as far as this phone knows: those with a code, and those whose order is made or being made.
// Some backends leave them out of every list, so they are kept here, and are the way back to a code, until the server
// says otherwise. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../typings/v4/backpack';
import type { Failure } from '../../api/errors';
import { settled } from '../../api/settled';
import type { ServerClock } from '../../api/server-clock';
import type { V4Api } from '../../api/v4/api';
import { itemSchema } from '../../api/v4/schema/backpack';
import { isHeld, isOver } from '../../format/item-words';
import { keyFor } from '../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../platform/storage-types';
import { Codes } from './codes';
import type { KeptCode } from './codes';

const PREFIX = 'order.';
const keyOf = (item_id: string): StorageKey<Item> => keyFor(PREFIX + item_id, 'kept', itemSchema);

export interface OrdersParts {
  area: StorageArea;
  clock: Pick<ServerClock, 'now' | 'confirmed'>;
  api: { backpack: Pick<V4Api['backpack'], 'item'> };
}

/** Documented 403; the deployed backend answers 500 with a sentence. */
export function isNotYours(failure: Failure): boolean {
  if (failure.kind !== 'api') return false;
  return failure.status === 403 || (failure.status === 500 && failure.message.includes('无权'));
}

/** No item of this person any more, or no route that would know it. */
const isAbsent = (failure: Failure): boolean =>
  isNotYours(failure) || (failure.kind === 'api' && failure.status === 404);

/** Nothing rejects. */
export class RedemptionOrders {
  /** By item id, the one noted last at the end. */
  private readonly held = observable.map<string, Item>([], { deep: false });
  /** Items with a code. */
  private readonly coded = observable.set<string>();
  private readonly codes: Codes;
  /** Items whose code is being asked for. */
  private readonly asking = new Set<string>();
  private readonly checking = new Set<string>();
  /** How often something was learnt of an item: an answer to a question from before says less. */
  private readonly learnt = new Map<string, number>();

  constructor(private readonly parts: OrdersParts) {
    const { area } = parts;
    this.codes = new Codes(area);
    for (const name of area.names('kept', PREFIX)) {
      const item_id = name.slice(PREFIX.length);
      const item = area.read(keyOf(item_id));
      if (item !== undefined) this.held.set(item_id, item);
    }
    for (const item_id of this.codes.item_ids) this.coded.add(item_id);
    makeAutoObservable<this, 'parts' | 'held' | 'coded' | 'codes' | 'asking' | 'checking' | 'learnt'>(
      this,
      {
        parts: false,
        held: false,
        coded: false,
        codes: false,
        asking: false,
        checking: false,
        learnt: false,
      },
      { autoBind: true },
    );
  }

  /** The items, the one noted last first. */
  get items(): readonly Item[] {
    return [...this.held.values()].reverse();
  }

  /** Whether this phone has the code (observable). */
  hasCode(item_id: string): boolean {
    return this.coded.has(item_id);
  }

  /** What is known of an item without asking. */
  item(item_id: string): Item | null {
    return this.held.get(item_id) ?? null;
  }

  /** The code, if this phone has it. */
  read(item_id: string): KeptCode | null {
    return this.codes.read(item_id);
  }

  /** A code is about to be asked for: whatever becomes of the answer, the item can be found again. */
  ask(item: Item): void {
    this.asking.add(item.item_id);
    this.note({ ...item, status: isHeld(item.status) ? item.status : 'locked' });
  }

  /** No answer is awaited any more; what the item is now has to be read. */
  asked(item_id: string): void {
    if (this.asking.delete(item_id)) this.count(item_id);
  }

  /** The code came. False when the phone could not store it. */
  keep(item_id: string, code: KeptCode): boolean {
    this.asking.delete(item_id);
    this.count(item_id);
    this.coded.add(item_id);
    return this.codes.keep(item_id, code);
  }

  /** Tries again to store a code for which there was no room. True when it is stored. */
  save(item_id: string): boolean {
    return this.codes.save(item_id);
  }

  /** The server said that the code is of no use any more. */
  drop(item_id: string): void {
    this.coded.delete(item_id);
    this.codes.drop(item_id);
  }

  /** The server said that no order holds the item any more. */
  release(item_id: string): void {
    this.count(item_id);
    this.forget(item_id);
    this.drop(item_id);
  }

  /** What is known of an item now, for `settle`: taken before the server is asked. */
  mark(item_id: string): number {
    return this.learnt.get(item_id) ?? 0;
  }

  /** An item as the server described it. Where more was learnt since `mark`, the answer is an old one. */
  settle(item: Item, mark: number): void {
    if (this.asking.has(item.item_id) || this.mark(item.item_id) !== mark) return;
    if (isHeld(item.status)) this.note(item);
    else if (item.status === 'available' || isOver(item.status)) this.release(item.item_id);
  }

  /** The same, where it is not known when that was: an item that seems free is asked about. */
  learn(item: Item): void {
    const { item_id, status } = item;
    if (isHeld(status) || isOver(status)) this.settle(item, this.mark(item_id));
    else if (this.isKnown(item_id)) void this.check(item_id);
  }

  /** A list was read: what it does not say of the items here is asked, one by one. */
  async compare(listed: readonly Item[]): Promise<void> {
    const rows = new Map(listed.map((item) => [item.item_id, item]));
    listed.filter(({ status }) => isHeld(status)).forEach((item) => this.note(item));
    for (const item_id of new Set([...this.held.keys(), ...this.coded])) {
      const row = rows.get(item_id);
      if (row === undefined || !isHeld(row.status)) await this.check(item_id);
    }
  }

  private isKnown(item_id: string): boolean {
    return this.held.has(item_id) || this.coded.has(item_id);
  }

  private async check(item_id: string): Promise<void> {
    if (this.asking.has(item_id) || this.checking.has(item_id)) return;
    this.checking.add(item_id);
    const mark = this.mark(item_id);
    const read = await settled(this.parts.api.backpack.item(item_id, { priority: 'soon' }));
    this.checking.delete(item_id);
    runInAction(() => {
      if (read.ok) this.settle(read.value, mark);
      else if (this.mark(item_id) === mark) this.miss(item_id, read.failure);
    });
  }

  /** The item is out of reach. That is no word about its order: a code stays until that must be over. */
  private miss(item_id: string, failure: Failure): void {
    if (!isAbsent(failure)) return;
    const { clock } = this.parts;
    const end = this.codes.read(item_id)?.expires_at ?? null;
    if (end !== null && clock.confirmed && end <= clock.now()) this.release(item_id);
    else this.forget(item_id);
  }

  private note(item: Item): void {
    const { item_id } = item;
    this.count(item_id);
    if (JSON.stringify(this.held.get(item_id)) === JSON.stringify(item)) return;
    this.held.set(item_id, item);
    this.parts.area.write(keyOf(item_id), item);
  }

  private forget(item_id: string): void {
    this.held.delete(item_id);
    this.parts.area.remove(keyOf(item_id));
  }

  private count(item_id: string): void {
    this.learnt.set(item_id, this.mark(item_id) + 1);
  }
}
