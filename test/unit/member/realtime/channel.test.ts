// The channel against a real Socket.IO 4 server: as written, and as a phone runs it (packed, in the bare engine).
import { TIMES } from '../../../../miniprogram/packages/member/realtime/delays';
import type { Realtime } from './packed';
import { LOADING_MS, asPacked, asWritten } from './packed';
import { createPhone, until } from './phone';
import type { Phone } from './phone';
import { createSocketServer } from './socket-server';
import type { SocketServer } from './socket-server';

jest.setTimeout(60_000);

describe.each([
  ['as written', asWritten],
  ['packed, in the bare engine', asPacked],
])('%s', (_name, load) => {
  let realtime: Realtime;
  let server: SocketServer;
  let phone: Phone;

  beforeAll(async () => {
    realtime = await load();
  }, LOADING_MS);
  beforeEach(async () => {
    server = await createSocketServer();
    phone = createPhone(realtime, () => server.origin);
  });
  afterEach(async () => {
    phone.dispose();
    await server.down();
  });

  const start = async () => {
    phone.channel.start();
    await phone.connected(1);
  };

  test('connects by websocket alone, with the token in CONNECT', async () => {
    expect(phone.channel.connection).toBe('off');
    await start();
    expect(phone.channel.connection).toBe('connected');
    expect(server.tokens).toEqual(['token 1']);
    expect(phone.socket.asked).toEqual([
      `${server.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    ]);
  });

  test('hears events in order, ids beyond 2^53 with all their digits', async () => {
    await start();
    const id = 9007199254740993n;
    server.emit('new_message', { chat_message_id: id, content: '1234567890123456789 说 "2"' });
    server.emit('other', {});
    server.emit('broken', { a: 1 });
    server.emit('new_message', { chat_message_id: 7 });
    await until(() => phone.pushes.length === 2, 'two messages');
    expect(phone.pushes.map(({ payload }) => payload)).toEqual([
      { chat_message_id: '9007199254740993', content: '1234567890123456789 说 "2"' },
      { chat_message_id: 7 },
    ]);
    expect(phone.unreadable).toBe(1);
  });

  test.each([
    ['session_replaced', 'replaced'],
    ['session_expired', 'expired'],
    ['session_not_found', 'invalid'],
    ['missing session_token', 'invalid'],
    ['user not found', 'inactive'],
  ])('refused with "%s": signed out, and no more attempts', async (words, reason) => {
    server.judge = () => `Authentication failed: ${words}`;
    phone.channel.start();
    await until(() => phone.ended.length === 1, 'signed out');
    await phone.time.advance(3_600_000);
    expect(phone.ended).toEqual([reason]);
    expect(phone.refreshes).toBe(0);
    expect(phone.socket.asked).toHaveLength(1);
    await until(() => phone.socket.count === 0, 'the socket is gone');
  });

  test('refused with "invalid token": one refresh, and in with the new token at once', async () => {
    server.judge = (token) => (token === 'token 1' ? 'Authentication failed: invalid token' : undefined);
    phone.refresh = async () => ({ access_token: 'token 2' });
    await start();
    expect(server.tokens).toEqual(['token 1', 'token 2']);
    expect([phone.refreshes, phone.ended.length]).toEqual([1, 0]);
  });

  test('a token replaced while connected is the one shown at the next connect', async () => {
    await start();
    phone.signIn(1, 'token 1b');
    server.emit('unrelated', {});
    await server.down();
    await server.up();
    await phone.connected(2);
    expect(server.tokens).toEqual(['token 1', 'token 1b']);
  });

  test('the server restarts: back by itself, as often as it takes', async () => {
    phone = createPhone(realtime, () => server.origin, 0.5);
    await start();
    await server.down();
    await until(() => phone.channel.connection === 'settling', 'noticed');
    await phone.time.advance(15_000);
    for (let attempts = 2; attempts < 5; attempts += 1) {
      expect(phone.socket.asked).toHaveLength(attempts);
      await until(() => phone.socket.count === 0, 'refused');
      await phone.time.advance(TIMES.spread);
    }
    expect(phone.channel.connection).toBe('connecting');
    await until(() => phone.socket.count === 0, 'the last refusal');
    await server.up();
    await phone.time.advance(TIMES.longest_spread);
    await phone.connected(2);
    expect(server.inside).toBe(1);
  });

  test('a full server is left alone for two minutes', async () => {
    server.greet = (socket) => {
      socket.emit('connection_rejected', { reason: 'server_full' });
      socket.disconnect();
    };
    phone.channel.start();
    await until(() => server.tokens.length === 1 && phone.socket.count === 0, 'turned away');
    await phone.time.advance(119_000);
    phone.show();
    expect(phone.socket.asked).toHaveLength(1);
    server.greet = () => undefined;
    await phone.time.advance(1_001);
    await until(() => server.inside === 1 && phone.channel.connection === 'connected', 'let in');
  });

  test('pushed out by another device: signed out with the reason', async () => {
    server.greet = (socket) => {
      socket.emit('session_replaced', { reason: 'session_revoked', message: '您的账号登录状态已变更' });
      socket.disconnect();
    };
    phone.channel.start();
    await until(() => phone.ended.length === 1, 'signed out');
    expect(phone.ended).toEqual(['revoked']);
  });
});
