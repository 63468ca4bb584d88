// The way back to a code: what the card shows before it has asked, and when it could not be stored.
import { Desk, openLive, readThenRedeem, START } from './desk';

const KEPT = { redemption_order_id: 'order-1', code: 'AAAA-BBBB-CCCC', expires_at: START + 86_400_000 };

describe('I2 a code that this phone has', () => {
  test('shows without a network, with its item, and its QR once there is one', async () => {
    const desk = new Desk();
    const before = await openLive(desk);
    before.dispose();
    desk.keep(KEPT);
    desk.network(false);
    const card = await openLive(desk);
    expect(card.view).toMatchObject({
      ...{ state: 'live', code: KEPT.code, qr_face: 'offline', item_name: '招牌拿铁兑换券' },
    });
    desk.network(true);
    await desk.pass(0);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, qr_face: 'valid' });
  });

  test('shows while the item cannot be read, and says what is wrong', async () => {
    const desk = new Desk();
    desk.keep(KEPT);
    desk.failing.set('item', { kind: 'api', status: 500, code: 'INTERNAL_ERROR', message: '…' });
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, qr_face: 'failed' });
    desk.failing.clear();
    card.send({ type: 'retry' });
    await desk.pass(0);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, qr_face: 'valid' });
  });

  test('that was used meanwhile goes without a buzz', async () => {
    const desk = new Desk();
    desk.keep(KEPT);
    desk.status = 'used';
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'used', title: '已使用', code: '' });
    expect([desk.buzzes, desk.kept]).toEqual([0, null]);
  });
});

describe('I2 a phone without room', () => {
  async function redeemed() {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    desk.storage.limit = 0;
    card.send({ type: 'ask_code' });
    await desk.pass(0);
    return { desk, card };
  }

  test('says on the card that the code was not stored, as long as that is so', async () => {
    const { desk, card } = await redeemed();
    expect(card.view).toMatchObject({ state: 'live', code: 'KX4M-7TSA-H5W2', notice_tone: 'warn' });
    expect(card.view.notice).toContain('没有保存');
    desk.network(false);
    expect(card.view.notice).toContain('没有保存');
    desk.network(true);
    desk.storage.limit = Infinity;
    await desk.pass(3_000);
    expect(card.view.notice).toBe('');
    expect(desk.kept?.code).toBe('KX4M-7TSA-H5W2');
  });

  test('says nothing of it once the order is over', async () => {
    const { desk, card } = await redeemed();
    desk.status = 'used';
    await desk.pass(3_000);
    expect(card.view).toMatchObject({ state: 'used', notice: '' });
  });
});

describe('I2 an item whose code is asked for', () => {
  test('can be found again when the answer never came, and the app is gone', async () => {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    desk.prompt = false;
    card.send({ type: 'ask_code' });
    expect(desk.orders.items.map(({ item_id }) => item_id)).toEqual(['7001']);
  });

  test('is not kept among items in an order once the server has refused', async () => {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    desk.failing.set('redeem', { kind: 'api', status: 400, code: 'REDEMPTION_NOT_ALLOWED', message: '…' });
    card.send({ type: 'ask_code' });
    await desk.pass(1_000);
    expect(desk.orders.items).toEqual([]);
  });

  test('keeps its new code when a reading from before says that it is free, even after the page has gone', async () => {
    const desk = new Desk();
    const { card, redeemFirst, readComes } = await readThenRedeem(desk);
    card.dispose();
    redeemFirst();
    await desk.answer();
    await readComes();
    expect(desk.kept?.code).toBe('KX4M-7TSA-H5W2');
  });
});

test('the pauses between failing looks begin anew after one that did not fail', async () => {
  const desk = new Desk();
  await openLive(desk);
  desk.failing.set('item', { kind: 'timeout' });
  await desk.pass(120_000);
  desk.failing.clear();
  await desk.pass(30_000);
  desk.failing.set('item', { kind: 'timeout' });
  await desk.pass(3_000);
  desk.asked = [];
  await desk.pass(10_000);
  expect(desk.count('item')).toBeGreaterThan(0);
});

test('a QR that was renewed after failures leaves no word of them, and the next failure begins with a short pause', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  const failing = { kind: 'api', status: 500, code: 'INTERNAL_ERROR', message: '…' } as const;
  desk.failing.set('refreshQr', failing);
  desk.capture();
  await desk.pass(60_000);
  expect(card.view.notice).toContain('暂时无法更新');
  desk.failing.clear();
  await desk.pass(30_000);
  expect(card.view).toMatchObject({ qr_content: 'RQRV1_2', notice: '' });
  desk.failing.set('refreshQr', failing);
  desk.capture();
  desk.asked = [];
  await desk.pass(10_000);
  expect(desk.count('refreshQr')).toBeGreaterThan(1);
});

test('a QR that is refused has its item read at once: it may be used', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.status = 'used';
  desk.failing.set('refreshQr', { kind: 'api', status: 400, code: 'REDEMPTION_NOT_ALLOWED', message: '…' });
  desk.capture();
  await desk.pass(0);
  expect(card.view.state).toBe('used');
});
