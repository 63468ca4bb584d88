// What the backpack's tests share: items, a session to sign in and out of, an API whose answers the test gives.
import { makeAutoObservable, observable } from 'mobx-miniprogram';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { Store } from '../../../../miniprogram/platform/storage-types';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { BackpackApi } from '../../../../miniprogram/api/v4/backpack';
import type { IdentityState } from '../../../../miniprogram/stores/person/session';
import type { BackpackReply, Item } from '../../../../typings/v4/backpack';
import type { User } from '../../../../typings/v4/auth';

/** 2026-11-22 14:00 in Beijing. */
export const NOW = Date.UTC(2026, 10, 22, 6);

export const item = (id: number | string, more: Partial<Item> = {}): Item => ({
  item_id: String(id),
  item_name: `物品 ${id}`,
  item_type: 'voucher',
  status: 'available',
  tracking_code: `TRK-${id}`,
  rarity_code: 'common',
  ...more,
});

export const items = (from: number, to: number): Item[] =>
  Array.from({ length: from - to + 1 }, (_, index) => item(from - index));

/** A phone's storage in memory. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  const raw = {
    get: (key: string) => values.get(key),
    set: (key: string, value: string) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
    keys: () => [...values.keys()],
    value_limit: 1_000_000,
  };
  return createStore(raw, { now: () => NOW });
}

/** The part of the session that a store of customers needs. */
export class FakeSession {
  customer: IdentityState<User> = { state: 'signed_out' };

  constructor(private readonly store: Store) {
    makeAutoObservable<this, 'store'>(this, { store: false, area: false, customer: observable.ref });
  }

  area() {
    return this.customer.state === 'signed_in'
      ? this.store.area(`customer:${this.customer.user.user_id}`)
      : undefined;
  }

  signIn(user_id: string): void {
    const user: User = { user_id, mobile: '13800000031', role_level: 0, roles: [], status: 'active' };
    this.customer = { state: 'signed_in', user };
  }

  signOut(): void {
    this.customer = { state: 'signed_out', reason: 'left' };
  }
}

interface Asked {
  page: number;
  aborted: () => boolean;
  answer(reply: BackpackReply): Promise<void>;
  fail(failure: Failure): Promise<void>;
  crash(error: Error): Promise<void>;
}

/** Lets what follows an answer run. */
export const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Every question stays open until the test answers it. */
export class FakeApi implements Pick<BackpackApi, 'items'> {
  readonly asked: Asked[] = [];

  items: BackpackApi['items'] = ({ page }, options) =>
    new Promise((resolve, reject) => {
      this.asked.push({
        page,
        aborted: () => options?.signal?.aborted ?? false,
        answer: (reply) => (resolve(reply), settle()),
        fail: (failure) => (reject(new ApiError(failure)), settle()),
        crash: (error) => (reject(error), settle()),
      });
    });

  /** The question asked last. */
  get last(): Asked {
    const last = this.asked[this.asked.length - 1];
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  }
}
