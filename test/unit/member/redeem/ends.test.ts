// How a code card ends: used at the counter, its order over, its person signed out, its page gone.
import { Desk, openLive, readThenRedeem, START } from './desk';

const network = { kind: 'network' } as const;
const api = (status: number, code: string, message = '…') =>
  ({ kind: 'api', status, code, message }) as const;

describe('used at the counter', () => {
  test('is seen within seconds, with a buzz, and everything stops', async () => {
    const desk = new Desk();
    desk.keep({ redemption_order_id: 'order-1', code: 'C', expires_at: START + 1e9 });
    const card = await openLive(desk);
    desk.status = 'used';
    await desk.pass(3_000);
    expect(card.view).toMatchObject({ state: 'used', qr_content: '', code: '' });
    expect(desk.buzzes).toBe(1);
    expect(desk.screen).toEqual([true, false]);
    expect(desk.kept).toBeNull();
    desk.asked = [];
    await desk.pass(60_000);
    desk.app(false);
    desk.app(true);
    expect([desk.asked, desk.buzzes]).toEqual([[], 1]);
  });

  test('is looked for every 3 s, and rarer while reads fail', async () => {
    const desk = new Desk();
    await openLive(desk);
    await desk.pass(30_000);
    expect(desk.count('item')).toBe(11);
    desk.failing.set('item', network);
    desk.asked = [];
    await desk.pass(60_000);
    expect(desk.count('item')).toBeLessThan(8);
  });
});

describe('an order', () => {
  test('that ends shows no code and offers a new one when the item is free', async () => {
    const desk = new Desk();
    desk.status = 'available';
    desk.order_expires_at = START + 60_000;
    const card = await openLive(desk);
    card.send({ type: 'ask_code' });
    await desk.pass(1_000);
    expect(card.view).toMatchObject({ state: 'live', order_tone: 'today' });
    await desk.pass(59_000);
    expect(card.view).toMatchObject({
      state: 'ended',
      title: '券码已过期',
      action: 'retry',
      qr_content: '',
    });
    expect(desk.kept).toBeNull();
    desk.status = 'available';
    card.send({ type: 'retry' });
    await desk.pass(0);
    expect(card.view).toMatchObject({ state: 'ready', action: 'ask_code' });
  });

  test('that the server calls expired ends the same, and can be made again at once', async () => {
    const desk = new Desk();
    desk.failing.set('refreshQr', api(400, 'ORDER_EXPIRED', '订单已过期'));
    const card = desk.card();
    desk.prompt = false;
    card.send({ type: 'page', shown: true });
    await desk.answer();
    desk.status = 'available';
    await desk.answer(api(400, 'ORDER_EXPIRED', '订单已过期'));
    await desk.answer();
    expect(card.view).toMatchObject({ state: 'ended', title: '券码已过期', action: 'ask_code' });
    desk.prompt = true;
    desk.failing.clear();
    card.send({ type: 'ask_code' });
    await desk.pass(0);
    expect(card.view.state).toBe('live');
  });

  test('that was cancelled elsewhere takes its code away', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.status = 'available';
    await desk.pass(3_000);
    expect(card.view).toMatchObject({ state: 'ended', title: '券码已取消', action: 'ask_code' });
  });

  test('a read that left before the order was made cannot cancel it', async () => {
    const desk = new Desk();
    const { card, redeemFirst, readComes } = await readThenRedeem(desk);
    redeemFirst();
    await desk.answer();
    await readComes();
    expect(card.view.state).toBe('live');
  });
});

test('a read that left before an order was asked for cannot say that there is none', async () => {
  const desk = new Desk();
  const { card, redeemFirst } = await readThenRedeem(desk);
  redeemFirst();
  desk.status = 'held';
  await desk.answer({ kind: 'timeout' });
  desk.status = 'available';
  await desk.answer();
  expect(card.view.state).toBe('loading');
  desk.status = 'held';
  await desk.answer();
  expect(card.view.state).toBe('live');
});

describe('a card that has ended', () => {
  test('because its item cannot be found says so, and asks no more', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.failing.set('item', api(404, 'NOT_FOUND'));
    await desk.pass(3_000);
    expect(card.view).toMatchObject({ state: 'ended', title: '找不到该物品', qr_content: '', action: '' });
    desk.asked = [];
    await desk.pass(60_000);
    expect(desk.asked).toEqual([]);
  });

  test('offers a code when its item is free by the next look', async () => {
    const desk = new Desk();
    desk.failing.set('refreshQr', api(404, 'NOT_FOUND'));
    const card = await openLive(desk);
    expect(card.view.title).toBe('暂时没有券码');
    desk.status = 'available';
    desk.app(false);
    desk.app(true);
    await desk.pass(0);
    expect(card.view).toMatchObject({ state: 'ready', action: 'ask_code', title: '' });
  });

  test('because its order expired stays so while the server still holds the item, and is then free again', async () => {
    const desk = new Desk();
    desk.order_expires_at = START;
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'ended', title: '券码已过期', action: 'retry' });
    desk.status = 'available';
    desk.app(false);
    desk.app(true);
    await desk.pass(0);
    expect(card.view).toMatchObject({ state: 'ended', title: '券码已过期', action: 'ask_code' });
  });
});

describe('the person is signed out meanwhile', () => {
  test('nothing is shown or asked any more', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.failing.set('item', { kind: 'signed_out', backend: 'v4', reason: 'replaced' });
    await desk.pass(3_000);
    expect(card.view).toMatchObject({ state: 'failed', qr_content: '', action: 'sign_in' });
    desk.asked = [];
    await desk.pass(60_000);
    desk.app(false);
    desk.app(true);
    await desk.pass(60_000);
    expect(desk.asked).toEqual([]);
    expect(desk.screen.at(-1)).toBe(false);
  });
});

test('nothing is shown or asked any more where the question about its QR found nobody signed in', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.failing.set('refreshQr', { kind: 'signed_out', backend: 'v4', reason: 'replaced' });
  desk.capture();
  await desk.pass(0);
  expect(card.view).toMatchObject({ state: 'failed', qr_content: '', action: 'sign_in' });
  desk.asked = [];
  await desk.pass(60_000);
  expect([desk.asked, desk.screen.at(-1)]).toEqual([[], false]);
});

describe('the screen', () => {
  test.each([
    [
      'the page is covered',
      (_: Desk, card: ReturnType<Desk['card']>) => card.send({ type: 'page', shown: false }),
    ],
    ['the app goes behind', (desk: Desk) => desk.app(false)],
    ['the page goes', (_: Desk, card: ReturnType<Desk['card']>) => card.dispose()],
  ])('is given back when %s', async (_why, happen) => {
    const desk = new Desk();
    const card = await openLive(desk);
    expect(desk.screen.at(-1)).toBe(true);
    happen(desk, card);
    expect(desk.screen.at(-1)).toBe(false);
  });
});
