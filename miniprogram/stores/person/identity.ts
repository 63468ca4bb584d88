// One identity: who is signed in as it, the tokens, and the shelf with what belongs to that person. Observable (MobX).
import { action, observable } from 'mobx-miniprogram';
import type { SignedOutReason } from '../../api/errors';
import type { TokenPort, Tokens } from '../../api/gate';
import type { Off } from '../../platform/ports';
import type { Owner, StorageArea, StorageKey, Store } from '../../platform/storage-types';
import { lastSignInKey, tokensKey } from './keys';
import type { LastSignIn } from './keys';

export type IdentityName = 'customer' | 'staff';

/** `reason` is absent where nobody ever signed in. */
export type IdentityState<Person> =
  | { state: 'signed_out'; reason?: SignedOutReason }
  | { state: 'signed_in'; user: Person };

export interface Identity<Person> {
  readonly state: IdentityState<Person>;
  /** For the gate. */
  readonly port: TokenPort;
  /**
   * Signs somebody in. Stored things of another person are wiped, those of the same person stay.
   * @param how `moves`: the same person at another store; the caches of the first store are dropped, and a new stay
   * begins
   */
  adopt(tokens: Tokens, user: Person, how?: 'stays' | 'moves'): void;
  /**
   * A name for the person at one store. What was built for one stay must not serve another (observable with `state`).
   */
  stay(): string | undefined;
  /** The same person, described anew. */
  update(user: Person): void;
  end(reason: SignedOutReason): void;
  /** Writes down what of the sign-in the phone could not store, if there is any. */
  save(): void;
  onEnd(listener: (reason: SignedOutReason) => void): Off;
  area(): StorageArea | undefined;
}

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
  let held: { tokens: Tokens; session: number; area: StorageArea; user_id: string } | undefined;
  let sessions = 0;
  let stays = 0;
  /** Writes of the present sign-in that failed, or the wipe that ended it, by key, to be tried again. */
  const unsaved = new Map<string, () => boolean>();

  function save(): void {
    for (const [what, write] of unsaved) if (write()) unsaved.delete(what);
  }

  function keep(what: string, write: () => boolean): void {
    unsaved.set(what, write);
    save();
  }

  const owners = (): Owner[] => store.owners().filter((owner) => owner.startsWith(`${identity}:`));

  function wipeOthers(spared: Owner | undefined): void {
    for (const owner of owners()) if (owner !== spared) store.wipe(owner);
  }

  function forgetTokens(area: StorageArea): void {
    area.remove(tokensKey);
    area.remove(personKey);
  }

  /**
   * Stores whose sign-in it is. If that fails, the old name is removed: it would make the next start restore another
   * person.
   */
  function name(last: LastSignIn): boolean {
    if (app.write(lastKey, last)) return true;
    app.remove(lastKey);
    return app.write(lastKey, last);
  }

  function hold(tokens: Tokens, user: Person, area: StorageArea): void {
    sessions += 1;
    held = { tokens, session: sessions, area, user_id: String(user.user_id) };
    set({ state: 'signed_in', user });
  }

  /** The sign-in that a person's storage holds, if it is complete. */
  function signInOn(
    owner: Owner,
  ): { area: StorageArea; tokens: Tokens; user: Person; at: number } | undefined {
    const area = store.area(owner);
    const tokens = area.readStored(tokensKey);
    const user = area.read(personKey);
    return tokens && user && { area, tokens: tokens.value, user, at: tokens.saved_at };
  }

  /**
   * No name is stored, because it could not be written: the person with the latest tokens on this phone is signed in.
   */
  function restoreUnnamed(): void {
    const found = owners().flatMap((owner) => signInOn(owner) ?? []);
    const [latest] = found.sort((one, other) => other.at - one.at);
    if (latest === undefined) return;
    keep('last', () => name({ user_id: String(latest.user.user_id) }));
    wipeOthers(latest.area.owner);
    hold(latest.tokens, latest.user, latest.area);
  }

  function restore(): void {
    const last = app.read(lastKey);
    if (last === undefined) return restoreUnnamed();
    if (last.ended === 'left') return leave();
    const owner = ownerOf(last.user_id);
    wipeOthers(owner);
    if (last.ended !== undefined) {
      forgetTokens(store.area(owner));
      return set({ state: 'signed_out', reason: last.ended });
    }
    const found = signInOn(owner);
    if (found !== undefined) hold(found.tokens, found.user, found.area);
  }

  /** The person signs out: everything of theirs is removed. */
  function leave(): void {
    keep('end', () => {
      for (const owner of owners()) forgetTokens(store.area(owner));
      wipeOthers(undefined);
      return app.remove(lastKey) && owners().length === 0;
    });
  }

  function end(reason: SignedOutReason): void {
    const was = held;
    held = undefined;
    unsaved.clear();
    const user_id = was?.user_id ?? app.read(lastKey)?.user_id;
    // The end is stored first: if the app is killed half-way, the next start completes it (`restore`).
    if (user_id !== undefined) app.write(lastKey, { user_id, ended: reason });
    if (reason === 'left') leave();
    else if (user_id !== undefined) {
      // The same person likely comes back: unsent messages, drafts and redeem codes (which the server shows only once)
      // stay, out of reach, until they sign in again. Another person's sign-in, and a sign-out, wipe them.
      forgetTokens(store.area(ownerOf(user_id)));
      store.wipe(ownerOf(user_id), 'cache');
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
        const { area } = held;
        held = { ...held, tokens };
        keep('tokens', () => area.write(tokensKey, tokens));
      },
      clear: end,
    },
    adopt(tokens, user, how = 'stays') {
      const user_id = String(user.user_id);
      const area = store.area(ownerOf(user_id));
      unsaved.clear();
      // Stored before the wipe, in case the app is killed in between. What cannot be written is reported by the store
      // and tried again; until then the sign-in lasts only while the app runs.
      keep('last', () => name({ user_id }));
      wipeOthers(area.owner);
      if (how === 'moves') {
        store.wipe(area.owner, 'cache');
        stays += 1;
      }
      keep('tokens', () => area.write(tokensKey, tokens));
      keep('user', () => area.write(personKey, user));
      hold(tokens, user, area);
    },
    update(user) {
      if (held === undefined) return;
      const { area } = held;
      keep('user', () => area.write(personKey, user));
      set({ state: 'signed_in', user });
    },
    save,
    end,
    onEnd(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stay: () => held && `${held.area.owner} ${stays}`,
    area: () => held?.area,
  };
}
