// The code card at a virtual counter: what it asks, when, and what it shows.
import { Desk, openLive, QR_LIFE_MS, START } from './desk';

const api = (status: number, code: string, message = '…') =>
  ({ kind: 'api', status, code, message }) as const;

describe('opening', () => {
  test('a free item is not redeemed until the person asks, and then once', async () => {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'ready', action: 'ask_code', item_name: '招牌拿铁兑换券' });
    expect(desk.count('redeem')).toBe(0);

    desk.prompt = false;
    card.send({ type: 'ask_code' });
    card.send({ type: 'ask_code' });
    expect(card.view.busy).toBe(true);
    expect(desk.count('redeem')).toBe(1);
    await desk.answer();
    expect(card.view).toMatchObject({
      state: 'live',
      code: 'KX4M-7TSA-H5W2',
      qr_content: 'RQRV1_1',
      qr_seconds: 300,
    });
    expect(card.view.order_text).toContain('2026-12-22');
  });

  test('a locked item asks for its QR, never for a new order', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid', code: '' });
    expect([desk.count('redeem'), desk.count('refreshQr')]).toEqual([0, 1]);
  });

  test('after the app was killed the text code comes from the shelf and the QR from the server', async () => {
    const desk = new Desk();
    const kept = { redemption_order_id: 'order-1', code: 'AAAA-BBBB-CCCC', expires_at: START + 86_400_000 };
    desk.keep(kept);
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ code: 'AAAA-BBBB-CCCC', qr_face: 'valid', order_tone: 'soon' });
  });

  test('a code of another order is dropped', async () => {
    const desk = new Desk();
    desk.keep({ redemption_order_id: 'older', code: 'OLD', expires_at: START + 1e9 });
    const card = await openLive(desk);
    expect(card.view.code).toBe('');
    expect(desk.kept).toBeNull();
  });

  test('a locked item without an order says so and is not asked again and again', async () => {
    const desk = new Desk();
    desk.failing.set('refreshQr', api(404, 'NOT_FOUND', '该物品没有待核销订单'));
    const card = await openLive(desk);
    await desk.pass(60_000);
    expect(card.view).toMatchObject({ state: 'ended', title: '暂时没有券码', action: 'retry' });
    expect(desk.count('refreshQr')).toBe(1);
  });

  test.each([
    ['used', 'used'],
    ['expired', 'ended'],
    ['destroyed', 'ended'],
  ])('a %s item shows %s at once', async (status, state) => {
    const desk = new Desk();
    desk.status = status;
    const card = await openLive(desk);
    expect(card.view.state).toBe(state);
    expect(desk.buzzes).toBe(0);
    expect(desk.screen).toEqual([false]);
  });

  test('a failed read has a retry, and heals by itself when the network is back', async () => {
    const desk = new Desk();
    desk.failing.set('item', api(500, 'INTERNAL_ERROR'));
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'failed', action: 'retry' });
    desk.failing.clear();
    card.send({ type: 'retry' });
    await desk.pass(0);
    expect(card.view.state).toBe('live');
  });
});

describe('a redeem whose outcome is unknown', () => {
  test('is read, not repeated: the order is there', async () => {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    desk.prompt = false;
    card.send({ type: 'ask_code' });
    desk.status = 'held';
    await desk.answer({ kind: 'timeout' });
    await desk.answer();
    expect(card.view).toMatchObject({ state: 'live', qr_face: 'loading' });
    await desk.answer();
    expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid' });
    expect(desk.count('redeem')).toBe(1);
  });

  test('is read, not repeated: there is no order, and the person may ask again', async () => {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    desk.failing.set('redeem', { kind: 'timeout' });
    card.send({ type: 'ask_code' });
    await desk.pass(10_000);
    expect(card.view).toMatchObject({ state: 'ready', action: 'ask_code', title: '网络有点慢' });
    expect(desk.count('redeem')).toBe(1);
  });

  test('a reply that comes after the page has gone still keeps the code', async () => {
    const desk = new Desk();
    desk.status = 'available';
    const card = await openLive(desk);
    desk.prompt = false;
    card.send({ type: 'ask_code' });
    card.dispose();
    await desk.answer();
    expect(desk.kept?.code).toBe('KX4M-7TSA-H5W2');
    expect(desk.timersLeft).toBe(0);
  });
});

describe('the QR', () => {
  test('is renewed before it ends', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    await desk.pass(QR_LIFE_MS - 26_000);
    expect(desk.count('refreshQr')).toBe(1);
    await desk.pass(6_000);
    expect(desk.count('refreshQr')).toBe(2);
    expect(card.view).toMatchObject({ qr_content: 'RQRV1_2', qr_face: 'valid' });
  });

  test('counts down to the server deadline, by the clock and not by ticks', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    await desk.pass(10_000);
    expect(card.view).toMatchObject({ qr_seconds: 290, qr_countdown: '4:50' });
    desk.now += 100_000;
    await desk.pass(1_000);
    expect(card.view.qr_seconds).toBe(189);
  });

  test('is fresh after the background, and nothing is asked while hidden', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.app(false);
    desk.asked = [];
    await desk.pass(600_000);
    expect(desk.asked).toEqual([]);
    expect(desk.timersLeft).toBe(0);
    expect(card.view.qr_content).toBe('');
    desk.app(true);
    await desk.pass(0);
    expect(card.view).toMatchObject({ qr_face: 'valid', qr_content: 'RQRV1_2' });
  });

  test('is fresh after a screenshot, with a notice that goes', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.capture();
    await desk.pass(0);
    expect(card.view.qr_content).toBe('RQRV1_2');
    expect(card.view.notice).toContain('截屏');
    await desk.pass(9_000);
    expect(card.view.notice).toBe('');
  });

  test('a screenshot while another page is on top asks for nothing', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    card.send({ type: 'page', shown: false });
    desk.capture();
    await desk.pass(5_000);
    expect(desk.count('refreshQr')).toBe(1);
    card.send({ type: 'page', shown: true });
    expect(card.view.notice).toBe('');
  });

  test('offline it stays until its end, then says that it waits, and comes back by itself', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.network(false);
    desk.asked = [];
    await desk.pass(QR_LIFE_MS - 1);
    expect(card.view).toMatchObject({ qr_face: 'valid', qr_seconds: 1 });
    expect(card.view.notice).toContain('10:05');
    await desk.pass(1);
    expect(card.view).toMatchObject({ qr_face: 'offline', qr_content: '' });
    expect(desk.asked).toEqual([]);
    desk.network(true);
    await desk.pass(0);
    expect(card.view).toMatchObject({ qr_face: 'valid', qr_content: 'RQRV1_2', notice: '' });
  });

  test('fails to renew: tries again with growing pauses, and at once on a tap', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.failing.set('refreshQr', api(500, 'INTERNAL_ERROR'));
    await desk.pass(QR_LIFE_MS);
    expect(card.view).toMatchObject({ qr_face: 'failed' });
    const tries = desk.count('refreshQr') - 1;
    expect(tries).toBeGreaterThan(2);
    expect(tries).toBeLessThan(8);
    desk.failing.clear();
    card.send({ type: 'retry' });
    await desk.pass(0);
    expect(card.view.qr_face).toBe('valid');
  });

  test.each([
    { ...api(429, 'RATE_LIMIT_EXCEEDED'), wait_seconds: 60 },
    { kind: 'http', status: 429, wait_seconds: 60 } as const,
  ])('after a 429 it waits as long as the server says: %j', async (failure) => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.failing.set('refreshQr', failure);
    desk.capture();
    await desk.pass(0);
    desk.asked = [];
    await desk.pass(59_000);
    expect(desk.count('refreshQr')).toBe(0);
    expect(card.view.qr_face).toBe('valid');
  });

  test('that is expired on arrival does not cause a storm of requests', async () => {
    const desk = new Desk();
    desk.qr_life_ms = -60_000;
    const card = await openLive(desk);
    await desk.pass(60_000);
    expect(desk.count('refreshQr')).toBeLessThan(10);
    expect(card.view.qr_content).toBe('');
  });

  test('never has two requests in flight', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.prompt = false;
    desk.capture();
    desk.capture();
    card.send({ type: 'retry' });
    desk.app(false);
    desk.app(true);
    await desk.pass(QR_LIFE_MS);
    expect(desk.mostQrRequests).toBe(1);
  });
});
