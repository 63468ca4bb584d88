// The channel on bad networks and through the background: half-open connections, no network, late closes, rapid
// switching to and from the background.
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
    phone.channel.start();
    await phone.connected(1);
  });
  afterEach(async () => {
    phone.dispose();
    await server.down();
  });

  test('a probe is answered by any Socket.IO 4 server, and changes nothing', async () => {
    phone.hide();
    phone.show();
    await phone.time.advance(TIMES.probe - 1);
    server.emit('new_message', {});
    await until(() => phone.pushes.length === 1, 'still heard');
    await phone.time.advance(TIMES.quiet - 1);
    expect([phone.connects, phone.socket.asked.length, server.inside]).toEqual([1, 1, 1]);
  });

  test('half-open: found out by the probe on show, replaced at once', async () => {
    server.fallSilent();
    phone.hide();
    phone.show();
    await phone.time.advance(TIMES.probe);
    expect(phone.channel.connection).not.toBe('connected');
    await phone.time.advance(TIMES.close);
    await phone.connected(2);
  });

  test('half-open while nobody probes: found out 45 s after the last sign of life', async () => {
    server.fallSilent();
    await phone.time.advance(TIMES.quiet + TIMES.probe);
    expect(phone.channel.connection).not.toBe('connected');
    await phone.time.advance(TIMES.close);
    await phone.connected(2);
  });

  test('offline: closed without a confirmation, open again with the network; the late close starts nothing', async () => {
    phone.socket.unplug();
    phone.network(false, 'none');
    expect(phone.channel.connection).toBe('off');
    await phone.time.advance(60_000);
    const confirm = phone.socket.plugIn();
    phone.network(true, '4g');
    await phone.connected(2);
    confirm();
    await phone.time.advance(10_000);
    await until(() => phone.socket.count === 1, 'the old socket is gone');
    expect([phone.connects, phone.socket.asked.length]).toEqual([2, 2]);
  });

  test('back online within a second: the new socket waits for the old one', async () => {
    phone.network(false, 'none');
    phone.network(true, '4g');
    expect(phone.socket.asked).toHaveLength(1);
    await phone.connected(2);
    expect(phone.socket.most).toBe(1);
  });

  test('in the background for more than 15 s and back: one new connection, listeners once', async () => {
    phone.hide();
    await phone.time.advance(TIMES.grace);
    await until(() => server.inside === 0, 'gone from the server');
    server.emit('new_message', {});
    phone.show();
    await phone.connected(2);
    server.emit('new_message', { chat_message_id: 2 });
    await until(() => phone.pushes.length > 0, 'heard');
    expect(phone.pushes.map(({ payload }) => payload)).toEqual([{ chat_message_id: 2 }]);
  });

  test('thirty quick changes of show and hide: one socket all along', async () => {
    for (let times = 0; times < 30; times += 1) {
      phone.hide();
      await phone.time.advance(30);
      phone.show();
      await phone.time.advance(30);
    }
    expect([phone.connects, phone.socket.asked.length, phone.socket.most]).toEqual([1, 1, 1]);
  });

  test('signing out closes it, the next person gets a connection of their own', async () => {
    phone.signOut();
    await until(() => server.inside === 0, 'closed');
    expect(phone.channel.connection).toBe('off');
    phone.signIn(2, 'token of another');
    await phone.connected(2);
    expect(server.tokens.at(-1)).toBe('token of another');
    expect(phone.socket.most).toBe(1);
  });

  test('a stopped channel stays stopped', async () => {
    phone.channel.stop();
    await until(() => server.inside === 0, 'closed');
    phone.show();
    phone.network(true, '5g');
    await phone.time.advance(600_000);
    expect(phone.socket.asked).toHaveLength(1);
  });
});
