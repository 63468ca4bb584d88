// The app killed between any two writes while a sign-in ends: the next start finishes what was begun, and undoes nothing.
import * as v from 'valibot';
import type { SignedOutReason } from '../../../../miniprogram/api/errors';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { StorageKey } from '../../../../miniprogram/platform/storage-types';
import { createIdentity } from '../../../../miniprogram/stores/person/identity';
import { createMemoryStorage } from '../../../support/memory-storage';

const person: StorageKey<{ user_id: string }> = {
  name: 'user',
  kind: 'kept',
  version: 1,
  decode: (value) => v.parse(v.object({ user_id: v.string() }), value),
};
const waiting = (n: number): StorageKey<string> => ({
  name: `outbox.${n}`,
  kind: 'kept',
  version: 1,
  decode: (value) => (typeof value === 'string' ? value : undefined),
});
const MESSAGES = [1, 2, 3];
const clock = { now: () => 0 };
const tokens = { access_token: 'a' };

/** Signs 31 in with messages waiting, and kills the app after so many writes of what `act` does. */
function killedAfter(writes: number, act: (signIn: ReturnType<typeof open>['signIn']) => void) {
  const storage = createMemoryStorage();
  const first = open(storage);
  first.signIn.adopt(tokens, { user_id: '31' });
  MESSAGES.forEach((n) => first.signIn.area()?.write(waiting(n), `message ${n}`));
  const { set, remove } = storage;
  let left = writes;
  const unlessDead = (run: () => void) => {
    if (left > 0) run();
    left -= 1;
  };
  storage.set = (key, value) => unlessDead(() => set(key, value));
  storage.remove = (key) => unlessDead(() => remove(key));
  act(first.signIn);
  Object.assign(storage, { set, remove });
  const again = open(storage);
  return { ...again, keys: storage.keys().filter((key) => key.startsWith('customer:31:')) };
}

function open(storage: ReturnType<typeof createMemoryStorage>) {
  return { signIn: createIdentity('customer', person, createStore(storage, clock)) };
}

/** The server ended it, not the person. */
const COME_BACK: readonly SignedOutReason[] = ['expired', 'invalid', 'replaced', 'revoked', 'inactive'];
const outbox = MESSAGES.map((n) => `customer:31:kept/outbox.${n}`);

describe('a sign-in that ends while the app is killed', () => {
  const KILLS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

  it('C1 is there as a whole or not at all when the person left', () => {
    for (const writes of KILLS) {
      const { signIn, keys } = killedAfter(writes, (one) => one.end('left'));
      if (signIn.state.state === 'signed_in') expect(keys).toEqual(expect.arrayContaining(outbox));
      else expect(keys).toEqual([]);
    }
  });

  it.each(COME_BACK)('C1 I8 keeps every message of one that ended as %s', (reason) => {
    for (const writes of KILLS) {
      const { signIn, keys } = killedAfter(writes, (one) => one.end(reason));
      expect(keys).toEqual(expect.arrayContaining(outbox));
      if (signIn.state.state === 'signed_out') expect(keys).toHaveLength(outbox.length);
    }
  });

  it('C1 leaves all of the earlier one or nothing when another person signs in', () => {
    for (const writes of KILLS) {
      const { signIn, keys } = killedAfter(writes, (one) => one.adopt(tokens, { user_id: '32' }));
      const isStill31 = signIn.state.state === 'signed_in' && signIn.state.user.user_id === '31';
      if (isStill31) expect(keys).toEqual(expect.arrayContaining(outbox));
      else expect(keys).toEqual([]);
    }
  });
});

describe('I8 a sign-in of which something cannot be written', () => {
  const LAST = 'app:kept/signed_in.customer';
  const TOKENS = 'customer:31:kept/tokens';
  const USER = 'customer:31:kept/user';

  /** A phone on which the next so many writes of a key fail. */
  function failing(key: string, times: number) {
    const storage = createMemoryStorage();
    const { set } = storage;
    const phone = { storage, times, tried: 0 };
    storage.set = (name, value) => {
      if (name === key) phone.tried += 1;
      if (name === key && phone.times > 0) {
        phone.times -= 1;
        throw new Error('setStorageSync:fail');
      }
      set(name, value);
    };
    return phone;
  }

  function withMessages(storage: ReturnType<typeof createMemoryStorage>) {
    const { signIn } = open(storage);
    signIn.adopt(tokens, { user_id: '31' });
    MESSAGES.forEach((n) => signIn.area()?.write(waiting(n), `message ${n}`));
    return signIn;
  }

  it.each([LAST, TOKENS, USER])('keeps messages and the sign-in when %s failed once', (key) => {
    const { storage } = failing(key, 1);
    withMessages(storage).save();
    const { signIn } = open(storage);
    expect(signIn.state).toEqual({ state: 'signed_in', user: { user_id: '31' } });
    expect(storage.keys()).toEqual(expect.arrayContaining(outbox));
  });

  it.each([LAST, TOKENS, USER])('keeps every message when %s failed as often as it was tried', (key) => {
    const { storage } = failing(key, Infinity);
    withMessages(storage);
    const { signIn } = open(storage);
    // Without the tokens, or the person beside them, no sign-in can be restored.
    expect(signIn.state.state).toBe(key === LAST ? 'signed_in' : 'signed_out');
    expect(storage.keys()).toEqual(expect.arrayContaining(outbox));
  });

  it('is named at the next start, when the phone has room', () => {
    const phone = failing(LAST, Infinity);
    withMessages(phone.storage);
    expect(phone.storage.keys()).not.toContain(LAST);
    phone.times = 0;
    expect(open(phone.storage).signIn.state.state).toBe('signed_in');
    expect(phone.storage.keys()).toContain(LAST);
  });

  it('is that of the person who came, not of the one named before', () => {
    const phone = failing(LAST, 0);
    open(phone.storage).signIn.adopt(tokens, { user_id: '30' });
    phone.times = Infinity;
    withMessages(phone.storage);
    expect(open(phone.storage).signIn.state).toEqual({ state: 'signed_in', user: { user_id: '31' } });
    expect(phone.storage.keys()).toEqual(expect.arrayContaining(outbox));
    expect(phone.storage.keys().some((key) => key.startsWith('customer:30:'))).toBe(false);
  });

  it.each(['30', '31'])('is that of %s where no name is stored and their tokens are the latest', (latest) => {
    const storage = createMemoryStorage();
    for (const user_id of ['30', '31']) {
      const phone = createMemoryStorage();
      const at = { now: () => (user_id === latest ? 2 : 1) };
      createIdentity('customer', person, createStore(phone, at)).adopt(tokens, { user_id });
      for (const [key, value] of phone.entries) if (key !== LAST) storage.entries.set(key, value);
    }
    expect(open(storage).signIn.state).toEqual({ state: 'signed_in', user: { user_id: latest } });
    expect(storage.keys().every((key) => key === LAST || key.startsWith(`customer:${latest}:`))).toBe(true);
  });

  it('is not ended by the end of the sign-in before it', () => {
    const phone = failing(LAST, 0);
    withMessages(phone.storage).end('expired');
    phone.times = Infinity;
    open(phone.storage).signIn.adopt(tokens, { user_id: '31' });
    expect(open(phone.storage).signIn.state.state).toBe('signed_in');
    expect(phone.storage.keys()).toEqual(expect.arrayContaining(outbox));
  });

  it('does not bring back somebody who left', () => {
    const phone = failing(LAST, Infinity);
    withMessages(phone.storage).end('left');
    expect(open(phone.storage).signIn.state).toEqual({ state: 'signed_out' });
    expect(phone.storage.keys()).toEqual([]);
  });

  it('of somebody who left is removed as soon as the phone does so again', () => {
    const { storage } = failing(LAST, 0);
    const { remove } = storage;
    const signIn = withMessages(storage);
    storage.remove = () => {
      throw new Error('removeStorageSync:fail');
    };
    signIn.end('left');
    expect(storage.keys()).toEqual(expect.arrayContaining(outbox));
    storage.remove = remove;
    signIn.save();
    expect(storage.keys()).toEqual([]);
  });

  it('is tried again at each occasion, and no more once it is written', () => {
    const phone = failing(TOKENS, 2);
    const signIn = withMessages(phone.storage);
    signIn.save();
    const after = phone.tried;
    signIn.save();
    expect(phone.storage.keys()).toContain(TOKENS);
    expect(phone.tried).toBe(after);
  });
});
