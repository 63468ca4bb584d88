// One identity: who is signed in as it, the tokens, and the shelf with what belongs to that person. Observable (MobX).
import { action, observable } from 'mobx-miniprogram';
import type { SignedOutReason } from '../../api/errors';
import type { TokenPort, Tokens } from '../../api/gate';
import type { Off } from '../../platform/ports';
import type { Owner, StorageArea, StorageKey, Store } from '../../platform/storage-types';
import { lastSignInKey, tokensKey } from './keys';

export type IdentityName = 'customer' | 'staff';

/** `reason` is absent where nobody ever signed in. */
export type IdentityState<Person> =
  | { state: 'signed_out'; reason?: SignedOutReason }
  | { state: 'signed_in'; user: Person };

export interface Identity<Person> {
  readonly state: IdentityState<Person>;
  /** For the gate. */
  readonly port: TokenPort;
  /** Another person's things are wiped; the same person's are still there. */
  adopt(tokens: Tokens, user: Person): void;
  /** The same person, described anew. */
  update(user: Person): void;
  end(reason: SignedOutReason): void;
  onEnd(listener: (reason: SignedOutReason) => void): Off;
  area(): StorageArea | undefined;
}

/**
 * After these the same person likely comes back: unsent messages, drafts and redeem codes (which the server shows only
 * once) stay on the phone, out of reach, until that person signs in again. Another person's sign-in wipes them.
 */
const COMES_BACK: readonly SignedOutReason[] = ['expired', 'invalid'];

/** Restores the last sign-in from storage and keeps it there. */
export function createIdentity<Person extends { user_id: string | number }>(
  identity: IdentityName,
  personKey: StorageKey<Person>,
  store: Store,
): Identity<Person> {
  const app = store.area('app');
  const lastKey = lastSignInKey(identity);
  const ownerOf = (user_id: string): Owner => `${identity}:${encodeURIComponent(user_id)}`;
  const listeners = new Set<(reason: SignedOutReason) => void>();
  const box = observable.box<IdentityState<Person>>({ state: 'signed_out' }, { deep: false });
  const set = action((next: IdentityState<Person>) => box.set(next));
  let held: { tokens: Tokens; session: number; area: StorageArea } | undefined;
  let sessions = 0;

  function wipeOthers(spared: Owner | undefined): void {
    for (const owner of store.owners()) {
      if (owner.startsWith(`${identity}:`) && owner !== spared) store.wipe(owner);
    }
  }

  function forgetTokens(area: StorageArea): void {
    area.remove(tokensKey);
    area.remove(personKey);
  }

  function hold(tokens: Tokens, user: Person, area: StorageArea): void {
    sessions += 1;
    held = { tokens, session: sessions, area };
    set({ state: 'signed_in', user });
  }

  function restore(): void {
    const last = app.read(lastKey);
    const owner = last === undefined ? undefined : ownerOf(last.user_id);
    wipeOthers(owner);
    if (last === undefined || owner === undefined) return;
    const area = store.area(owner);
    if (last.ended !== undefined) {
      forgetTokens(area);
      return set({ state: 'signed_out', reason: last.ended });
    }
    const tokens = area.read(tokensKey);
    const user = area.read(personKey);
    if (tokens !== undefined && user !== undefined) hold(tokens, user, area);
  }

  function end(reason: SignedOutReason): void {
    const last = app.read(lastKey);
    const owner = held?.area.owner ?? (last === undefined ? undefined : ownerOf(last.user_id));
    const was = held;
    held = undefined;
    // The verdict is written first: were the app killed half-way, the next start carries it out (`restore`).
    if (owner !== undefined && COMES_BACK.includes(reason)) {
      if (last !== undefined) app.write(lastKey, { user_id: last.user_id, ended: reason });
      forgetTokens(store.area(owner));
      store.wipe(owner, 'cache');
    } else {
      app.remove(lastKey);
      wipeOthers(undefined);
    }
    set({ state: 'signed_out', reason });
    if (was !== undefined) for (const listener of listeners) listener(reason);
  }

  restore();
  return {
    get state() {
      return box.get();
    },
    port: {
      read: () => held,
      replace(tokens) {
        if (held === undefined) return;
        held = { ...held, tokens };
        held.area.write(tokensKey, tokens);
      },
      clear: end,
    },
    adopt(tokens, user) {
      const user_id = String(user.user_id);
      const area = store.area(ownerOf(user_id));
      // Before the wipe, for the same reason. A write that fails is reported by the store; the sign-in then lasts as long
      // as the app runs.
      app.write(lastKey, { user_id });
      wipeOthers(area.owner);
      area.write(tokensKey, tokens);
      area.write(personKey, user);
      hold(tokens, user, area);
    },
    update(user) {
      if (held === undefined) return;
      held.area.write(personKey, user);
      set({ state: 'signed_in', user });
    },
    end,
    onEnd(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    area: () => held?.area,
  };
}
