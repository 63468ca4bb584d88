// What the code card must do and must not do in between: ask while hidden, ask twice, decide by a doubtful clock, stand still.
import { Desk, openLive, QR_LIFE_MS, START } from './desk';

const DAY = 86_400_000;
const KEPT = { redemption_order_id: 'order-1', code: 'AAAA-BBBB-CCCC', expires_at: START + 30 * DAY };

test('K1 hidden, nothing is asked although the network goes and comes', async () => {
  const desk = new Desk();
  await openLive(desk);
  desk.app(false);
  desk.asked = [];
  await desk.pass(60_000);
  desk.network(false);
  desk.network(true);
  await desk.pass(60_000);
  expect(desk.asked).toEqual([]);
});

test('K1 a redeem of which nobody knows is not made again before the item was read, however often it is tapped', async () => {
  const desk = new Desk();
  desk.status = 'available';
  const card = await openLive(desk);
  desk.prompt = false;
  card.send({ type: 'ask_code' });
  desk.status = 'held';
  await desk.answer({ kind: 'timeout' });
  card.send({ type: 'ask_code' });
  card.send({ type: 'ask_code' });
  desk.prompt = true;
  await desk.answer();
  await desk.pass(10_000);
  expect([desk.count('redeem'), card.view.state]).toEqual([1, 'live']);
});

test('K1 a QR stays on the card where only a clock that nobody confirmed says that its order is over', async () => {
  const desk = new Desk();
  desk.keep(KEPT);
  desk.confirmed = false;
  const card = await openLive(desk);
  desk.network(false);
  desk.ahead_ms = 40 * DAY;
  desk.clocks.tell(undefined);
  await desk.pass(5_000);
  expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid', code: KEPT.code });
});

test('a code that was asked for while the item was being read is made once it is known to be free', async () => {
  const desk = new Desk();
  desk.status = 'available';
  desk.prompt = false;
  const card = await openLive(desk);
  card.send({ type: 'ask_code' });
  expect([desk.count('redeem'), card.view.busy]).toEqual([0, true]);
  await desk.answer();
  expect(desk.count('redeem')).toBe(1);
});

test('a code that was asked for while the item was being read is not made of one that has ended by then', async () => {
  const desk = new Desk();
  desk.status = 'expired';
  desk.prompt = false;
  const card = await openLive(desk);
  card.send({ type: 'ask_code' });
  await desk.answer();
  expect(card.view).toMatchObject({ state: 'ended', busy: false });
  expect(desk.count('redeem')).toBe(0);
});

test.each([
  ['available', 'ready'],
  ['expired', 'ended'],
])('a card of an item that is %s stays %s when another look at the item fails', async (status, state) => {
  const desk = new Desk();
  desk.status = status;
  const card = await openLive(desk);
  desk.failing.set('item', { kind: 'network' });
  desk.app(false);
  desk.app(true);
  await desk.pass(60_000);
  expect([card.view.state, desk.count('item')]).toEqual([state, 2]);
});

test('a card that could not be opened opens by itself when the network is back', async () => {
  const desk = new Desk();
  desk.failing.set('item', { kind: 'network' });
  const card = await openLive(desk);
  expect(card.view).toMatchObject({ state: 'failed', action: 'retry' });
  desk.network(false);
  desk.failing.clear();
  desk.network(true);
  await desk.pass(0);
  expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid' });
});

test('a card whose item could not be reached tries again by itself, with growing pauses', async () => {
  const desk = new Desk();
  desk.failing.set('item', { kind: 'timeout' });
  const card = await openLive(desk);
  await desk.pass(60_000);
  expect(desk.count('item')).toBeGreaterThan(2);
  expect(desk.count('item')).toBeLessThan(8);
  desk.failing.clear();
  await desk.pass(30_000);
  expect(card.view.state).toBe('live');
});

test('a QR that failed to be renewed is asked for at once when the network is back', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.failing.set('refreshQr', { kind: 'network' });
  await desk.pass(QR_LIFE_MS);
  expect(card.view.qr_face).toBe('offline');
  desk.network(false);
  desk.failing.clear();
  desk.network(true);
  await desk.pass(0);
  expect(card.view.qr_face).toBe('valid');
});

test('an order whose QR did not come along is asked for it, and not made again', async () => {
  const desk = new Desk();
  Object.assign(desk, { status: 'available', qr_comes_along: false });
  const card = await openLive(desk);
  card.send({ type: 'ask_code' });
  await desk.pass(0);
  expect([desk.count('redeem'), desk.count('refreshQr')]).toEqual([1, 1]);
  expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid' });
});

test('a QR of a few seconds is renewed before it ends', async () => {
  const desk = new Desk();
  desk.qr_life_ms = 8_000;
  const card = await openLive(desk);
  for (let second = 1; second <= 30; second += 1) {
    await desk.pass(1_000);
    expect(card.view.qr_face).toBe('valid');
  }
  expect(desk.count('refreshQr')).toBeLessThan(8);
});

test('many phones do not renew in the same second', async () => {
  const renewedAt = async (random: number): Promise<number> => {
    const desk = Object.assign(new Desk(), { random });
    await openLive(desk);
    desk.asked = [];
    await desk.pass(QR_LIFE_MS);
    return ((desk.asked.find(({ call }) => call === 'refreshQr')?.at ?? 0) - START) / 1_000;
  };
  expect([await renewedAt(0), await renewedAt(1)]).toEqual([280, 275]);
});

test('a text code that comes to the phone after the card was opened is shown, of its own order alone', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.keep({ ...KEPT, redemption_order_id: 'order-0' });
  await desk.pass(3_000);
  expect(card.view.code).toBe('');
  desk.keep(KEPT);
  await desk.pass(3_000);
  expect(card.view).toMatchObject({ code: KEPT.code, qr_content: 'RQRV1_1' });
});

test('a code stays where the server says of its item what nobody knows, and the item is read on', async () => {
  const desk = new Desk();
  desk.keep(KEPT);
  const card = await openLive(desk);
  desk.status = 'on_the_moon';
  await desk.pass(6_000);
  expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, qr_face: 'valid' });
  desk.status = 'used';
  await desk.pass(3_000);
  expect(card.view.state).toBe('used');
});

test('no timer is longer than a phone can wait', async () => {
  const desk = new Desk();
  desk.keep(KEPT);
  await openLive(desk);
  desk.network(false);
  await desk.pass(QR_LIFE_MS);
  expect(desk.timersLeft).toBe(1);
  expect(desk.nextTimer() - desk.now).toBeLessThan(2 ** 31);
});

test('the answer about a QR that comes after the item was used changes nothing', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.prompt = false;
  desk.capture();
  desk.status = 'used';
  await desk.pass(3_000);
  const [renewal] = desk.pending.splice(0, 1);
  await desk.answer();
  expect(card.view.state).toBe('used');
  desk.status = 'held';
  desk.pending.push(...(renewal === undefined ? [] : [renewal]));
  await desk.answer({ kind: 'api', status: 400, code: 'ORDER_EXPIRED', message: '…' });
  await desk.pass(10_000);
  expect(card.view).toMatchObject({ state: 'used', qr_content: '' });
});

test('a code that is asked for twice is not made by itself once the first try has failed', async () => {
  const desk = new Desk();
  desk.status = 'available';
  const card = await openLive(desk);
  desk.prompt = false;
  card.send({ type: 'ask_code' });
  card.send({ type: 'ask_code' });
  await desk.answer({ kind: 'timeout' });
  await desk.answer();
  expect(card.view).toMatchObject({ state: 'ready', busy: false });
  expect(desk.count('redeem')).toBe(1);
});

test('a new try does not stand beside the words of the one before', async () => {
  const desk = new Desk();
  desk.status = 'available';
  const card = await openLive(desk);
  desk.failing.set('redeem', { kind: 'timeout' });
  card.send({ type: 'ask_code' });
  await desk.pass(0);
  expect(card.view.title).toBe('网络有点慢');
  desk.prompt = false;
  card.send({ type: 'ask_code' });
  expect(card.view).toMatchObject({ busy: true, title: '' });
});

test('a code that is asked for on a card that could not be opened is made once the item was read', async () => {
  const desk = new Desk();
  desk.status = 'available';
  desk.failing.set('item', { kind: 'api', status: 500, code: 'INTERNAL_ERROR', message: '…' });
  const card = await openLive(desk);
  desk.failing.clear();
  card.send({ type: 'ask_code' });
  await desk.pass(0);
  expect([card.view.state, desk.count('redeem')]).toEqual(['live', 1]);
});

test('a locked item whose order was not found is asked for it again at a tap', async () => {
  const desk = new Desk();
  desk.failing.set('refreshQr', { kind: 'api', status: 404, code: 'NOT_FOUND', message: '…' });
  const card = await openLive(desk);
  expect(card.view.title).toBe('暂时没有券码');
  desk.failing.clear();
  card.send({ type: 'retry' });
  await desk.pass(0);
  expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid' });
});

test('a screenshot of a kept code asks for no QR before the server has said that there is an order', async () => {
  const desk = new Desk();
  desk.keep(KEPT);
  desk.prompt = false;
  const card = await openLive(desk);
  desk.capture();
  expect(card.view.code).toBe(KEPT.code);
  expect(desk.count('refreshQr')).toBe(0);
});

test('the QR of an order that should be over goes, though it was good for longer and nobody can be asked', async () => {
  const desk = new Desk();
  desk.keep({ ...KEPT, expires_at: START + 60_000 });
  const card = await openLive(desk);
  desk.network(false);
  await desk.pass(59_000);
  expect(card.view.qr_face).toBe('valid');
  await desk.pass(1_000);
  expect(card.view).toMatchObject({ state: 'live', qr_face: 'offline', qr_content: '' });
});

test('the pauses between failing looks begin anew when the network is back', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.failing.set('item', { kind: 'timeout' });
  await desk.pass(120_000);
  desk.network(false);
  desk.network(true);
  desk.asked = [];
  await desk.pass(10_000);
  expect(desk.count('item')).toBeGreaterThan(1);
  expect(card.view.qr_face).toBe('valid');
});
