// What only the older revision of the running backend does: times that are none, a sign-in that ends without a word.
import '../../unit/compose/globals';
import { useChannel } from '../../../miniprogram/packages/member/compose/channel';
import { createNodeSocket } from '../../support/node-socket';
import { until } from '../../unit/member/realtime/phone';
import { CODE, DEMO, signedIn, useBackend } from './kit';

const kit = useBackend({ profile: 'deployed', revision: 'february' });

afterEach(() => void Reflect.deleteProperty(globalThis, 'getApp'));

test('I12 a history whose rows all say when it was read has no times, a sent message the true one', async () => {
  const core = await signedIn(kit);
  const { customer_service_session_id: id } = await core.v4.api.chat.createSession();
  const before = kit.backend.clock.now();
  const sent = await core.v4.api.chat.send(id, {
    ...{ temp_message_id: 't-1', message_type: 'text', content: '在吗' },
  });
  const at = Date.parse(sent.created_at ?? '');
  expect(at).toBeGreaterThanOrEqual(before - 1_000);
  expect(at).toBeLessThanOrEqual(kit.backend.clock.now() + 1_000);
  const { messages } = await core.v4.api.chat.messages(id, { page: 1, page_size: 50 });
  expect(messages.length).toBeGreaterThan(0);
  expect(messages.filter(({ created_at }) => created_at !== undefined)).toEqual([]);
});

test('I12 a sign-in that is replaced without an event is noticed within 5 s', async () => {
  const socket = createNodeSocket();
  const core = kit.core({ socket, random: () => 0.99 });
  Reflect.set(globalThis, 'getApp', () => ({ core }));
  const ended: string[] = [];
  let connects = 0;
  core.session.onSignedOut((_identity, reason) => ended.push(reason));
  const channel = useChannel();
  channel.onConnected(() => (connects += 1));
  channel.start();
  await core.session.requestCode(DEMO.mobile);
  await core.session.signIn(DEMO.mobile, CODE);
  await until(() => connects === 1, 'connected');
  const replaced_at = Date.now();
  kit.backend.dev.endSessions(DEMO.user_id, 'other_device');
  await until(() => ended.length > 0, 'signed out');
  expect(ended).toEqual(['replaced']);
  expect(Date.now() - replaced_at).toBeLessThan(5_000);
  channel.stop();
}, 30_000);
