// Items that this phone knows to be in an order: those with a code, and those whose order is being made. Some backends
// leave such items out of every list, so they are kept here until the server says otherwise; without them the person
// would not find the code again. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Item } from '../../../typings/v4/backpack';
import { statusOf } from '../../api/errors';
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
const isAbsent = (failure: Failure): boolean => isNotYours(failure) || statusOf(failure) === 404;

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
  /** How often something was learnt of each item: an answer to a request from before the last time is out of date. */
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

  /**
   * Call it before a code is asked for: the item is kept here, so that it can be found again even if the answer is
   * lost.
   */
  ask(item: Item): void {
    this.asking.add(item.item_id);
    this.note({ ...item, status: isHeld(item.status) ? item.status : 'locked' });
  }

  /** Call it when the request for a code is over; the item is then to be read. */
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

  /** Take it before the server is asked about an item, and pass it to `settle` with the answer. */
  mark(item_id: string): number {
    return this.learnt.get(item_id) ?? 0;
  }

  /**
   * Takes the server's answer about an item, unless something was learnt of it since `mark`: then the answer is out of
   * date.
   */
  settle(item: Item, mark: number): void {
    if (this.asking.has(item.item_id) || this.mark(item.item_id) !== mark) return;
    if (isHeld(item.status)) this.note(item);
    else if (item.status === 'available' || isOver(item.status)) this.release(item.item_id);
  }

  /** Takes an item whose answer may be old: if it says that no order holds the item, the server is asked again. */
  learn(item: Item): void {
    const { item_id, status } = item;
    if (isHeld(status) || isOver(status)) this.settle(item, this.mark(item_id));
    else if (this.isKnown(item_id)) void this.check(item_id);
  }

  /** Call it with a list that was read: the server is asked about each item here that the list lacks. */
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

  /** The item cannot be read any more. That says nothing of its order, so a code stays until the order must be over. */
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
