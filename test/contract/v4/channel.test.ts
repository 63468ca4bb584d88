// The app's core and its channel over the reference backend: what an agent says reaches the app, decoded, in both profiles.
import '../../unit/compose/globals';
import { useChannel } from '../../../miniprogram/packages/member/compose/channel';
import type { ServerEvent } from '../../../miniprogram/packages/member/api/events';
import { createClientCore } from '../../support/client-core';
import { createNodeSocket } from '../../support/node-socket';
import { until } from '../../unit/member/realtime/phone';
import { at, startClient, textAt } from '../backend/support/client';

const MOBILE = '13800000001';
const AGENT = '13800000035';

afterEach(() => void Reflect.deleteProperty(globalThis, 'getApp'));

jest.setTimeout(30_000);

describe.each(['documented', 'deployed'] as const)('%s profile', (profile) => {
  test('signed in and started: pushes arrive; kicked out by another sign-in: signed out with the reason', async () => {
    const client = await startClient({ profile });
    const socket = createNodeSocket();
    const core = createClientCore(client.backend.url, profile, { socket });
    Reflect.set(globalThis, 'getApp', () => ({ core }));
    const channel = useChannel();
    const heard: ServerEvent[] = [];
    const ended: string[] = [];
    let connects = 0;
    channel.on('new_message', (event) => heard.push(event));
    channel.onConnected(() => (connects += 1));
    core.session.onSignedOut((_identity, reason) => ended.push(reason));

    channel.start();
    expect(socket.asked).toEqual([]);
    await core.session.requestCode(MOBILE);
    await core.session.signIn(MOBILE, '123456');
    await until(() => connects === 1, 'connected');

    const agent = await client.call('POST', '/api/v4/console/auth/login', {
      body: { mobile: AGENT, verification_code: '123456' },
    });
    const tokens = core.session.tokens('customer').read();
    const made = await client.call('POST', '/api/v4/system/chat/sessions', {
      token: tokens?.tokens.access_token,
      body: {},
    });
    const session_id = String(at(made.json, 'data', 'customer_service_session_id'));
    const token = textAt(agent.json, 'data', 'access_token');
    for (const action of ['accept', 'send']) {
      const path = `/api/v4/console/customer-service/sessions/${session_id}/${action}`;
      await client.call('POST', path, { token, body: { content: '您好' } });
    }
    await until(
      () => heard.some((event) => 'message' in event && at(event, 'message', 'content') === '您好'),
      'the agent is heard',
    );
    expect(heard.at(-1)).toMatchObject({ event: 'new_message', session_id });

    const { customer } = core.session;
    client.backend.dev.endSessions(
      customer.state === 'signed_in' ? Number(customer.user.user_id) : 0,
      'other_device',
    );
    await until(() => ended.length > 0, 'signed out');
    expect(ended).toEqual(['replaced']);
    await until(() => socket.count === 0, 'the socket is gone');
    channel.stop();
    core.dispose();
    await client.backend.close();
  });
});
