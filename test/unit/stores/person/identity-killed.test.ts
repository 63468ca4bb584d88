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

const outbox = MESSAGES.map((n) => `customer:31:kept/outbox.${n}`);

describe('a sign-in that ends while the app is killed', () => {
  const KILLS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

  it.each<SignedOutReason>(['left', 'replaced'])('C1 is whole or gone, never half (%s)', (reason) => {
    for (const writes of KILLS) {
      const { signIn, keys } = killedAfter(writes, (one) => one.end(reason));
      if (signIn.state.state === 'signed_in') expect(keys).toEqual(expect.arrayContaining(outbox));
      else expect(keys).toEqual([]);
    }
  });

  it('C1 keeps every message of one that expired', () => {
    for (const writes of KILLS) {
      const { signIn, keys } = killedAfter(writes, (one) => one.end('expired'));
      expect(keys).toEqual(expect.arrayContaining(outbox));
      if (signIn.state.state === 'signed_out') expect(keys).toHaveLength(outbox.length);
    }
  });

  it('C1 leaves nothing of the one before when another person signs in, or all of it', () => {
    for (const writes of KILLS) {
      const { signIn, keys } = killedAfter(writes, (one) => one.adopt(tokens, { user_id: '32' }));
      const isStill31 = signIn.state.state === 'signed_in' && signIn.state.user.user_id === '31';
      if (isStill31) expect(keys).toEqual(expect.arrayContaining(outbox));
      else expect(keys).toEqual([]);
    }
  });
});
