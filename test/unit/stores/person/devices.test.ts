// The list of devices loads when asked, fails alone, and is gone with the sign-in.
import { ApiError } from '../../../../miniprogram/api/errors';
import { DevicesStore } from '../../../../miniprogram/stores/person/devices';
import type { LoginSessionsReply } from '../../../../typings/v4/auth';
import { FakeSession, memoryStore, settle } from '../backpack/kit';

const list = [{ authentication_session_id: '1', device_id: null, is_current: true }];

function setUp(answer: () => Promise<LoginSessionsReply>) {
  const session = new FakeSession(memoryStore());
  session.signIn('31');
  return { session, store: new DevicesStore(session, { loginSessions: answer }) };
}

test('reads when asked', async () => {
  const { store } = setUp(async () => ({ list }));
  expect(store.devices).toEqual({ state: 'unread' });
  const reading = store.read();
  expect(store.devices).toEqual({ state: 'loading' });
  await reading;
  expect(store.devices).toEqual({ state: 'ready', list });
});

test('keeps the failure to show it with a retry', async () => {
  const { store } = setUp(async () => Promise.reject(new ApiError({ kind: 'network' })));
  await store.read();
  expect(store.devices).toEqual({ state: 'failed', failure: { kind: 'network' } });
});

test('an answer for somebody who left is dropped', async () => {
  let answer: (reply: LoginSessionsReply) => void = () => undefined;
  const { store, session } = setUp(() => new Promise((resolve) => (answer = resolve)));
  void store.read();
  session.signOut();
  answer({ list });
  await settle();
  expect(store.devices).toEqual({ state: 'unread' });
});
