// What the code card says in each of its states, and what its button does there.
import { Desk, openLive, QR_LIFE_MS, START } from './desk';

const DAY = 86_400_000;
const KEPT = { redemption_order_id: 'order-1', code: 'AAAA-BBBB-CCCC', expires_at: START + 30 * DAY };
const api = (status: number, code: string, message = '…') =>
  ({ kind: 'api', status, code, message }) as const;

describe('an item without a code', () => {
  test.each([
    ['expired', {}, '物品已过期', ''],
    ['destroyed', {}, '找不到该物品', ''],
    ['available', { allowed_actions: [] }, '该物品不用券码', ''],
  ] as const)('%s, %j: says „%s“', async (status, more, title, action) => {
    const desk = new Desk();
    Object.assign(desk, { status, more });
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'ended', title, action });
    expect(card.view).toMatchObject({ qr_content: '', qr_seconds: 0, qr_share: 0, qr_countdown: '' });
  });

  test('says how its order ended, and that a new code can be made where it can', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.status = 'available';
    await desk.pass(3_000);
    expect(card.view.text).toBe('物品已退回背包，原券码已作废。物品仍在您的背包里，可以重新生成。');
    const other = new Desk();
    const kept = await openLive(other);
    Object.assign(other, { status: 'available', more: { allowed_actions: [] } });
    await other.pass(3_000);
    expect(kept.view).toMatchObject({ text: '物品已退回背包，原券码已作废。', action: 'retry' });
  });
});

test('an item that was used says its name, its shop and when it was used, by the server’s time', async () => {
  const desk = new Desk();
  desk.more = { merchant_name: '山茶咖啡' };
  desk.ahead_ms = 3_600_000;
  const card = await openLive(desk);
  desk.status = 'used';
  await desk.pass(30_000);
  expect(card.view).toMatchObject({
    ...{ state: 'used', title: '已使用', item_name: '招牌拿铁兑换券', merchant_name: '山茶咖啡' },
    used_text: '2026-11-22 11:00',
  });
  desk.now += 7_200_000;
  desk.app(false);
  desk.app(true);
  expect(card.view.used_text).toBe('2026-11-22 11:00');
});

test('when an item was used is not said by a clock that nobody confirmed, nor of what happened before', async () => {
  const desk = new Desk();
  const card = await openLive(desk);
  desk.confirmed = false;
  desk.status = 'used';
  await desk.pass(3_000);
  expect(card.view).toMatchObject({ state: 'used', used_text: '' });
  const later = await openLive(Object.assign(new Desk(), { status: 'used' }));
  expect(later.view).toMatchObject({ state: 'used', used_text: '' });
});

describe('a QR', () => {
  test('stays while it cannot be renewed, and the card says until when, by the server’s time', async () => {
    const desk = new Desk();
    desk.ahead_ms = 3_600_000;
    desk.qr_life_ms += desk.ahead_ms;
    const card = await openLive(desk);
    desk.failing.set('refreshQr', api(500, 'INTERNAL_ERROR'));
    desk.capture();
    await desk.pass(0);
    expect(card.view).toMatchObject({
      ...{ qr_face: 'valid', notice_tone: 'warn', notice: '暂时无法更新，当前二维码可用至 11:05' },
    });
    desk.network(false);
    expect(card.view.notice).toBe('网络不可用，当前二维码可用至 11:05');
  });

  test('that was captured is said to be replaced once it is', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.prompt = false;
    await desk.pass(1_000);
    desk.capture();
    expect(card.view.notice).toBe('检测到截屏，正在为您更换二维码。请勿转发券码');
    await desk.answer();
    expect(card.view).toMatchObject({
      ...{ qr_content: 'RQRV1_2', notice: '检测到截屏，已为您更换二维码。请勿转发券码' },
    });
  });

  test('that was captured and ended before it could be replaced is not said to be', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    await desk.pass(QR_LIFE_MS - 60_000 - 1_000);
    desk.failing.set('refreshQr', api(500, 'INTERNAL_ERROR'));
    await desk.pass(60_000);
    desk.capture();
    await desk.pass(2_000);
    expect(card.view).toMatchObject({
      ...{ qr_content: '', notice: '检测到截屏，正在为您更换二维码。请勿转发券码' },
    });
  });

  test('that ended while its renewal is under way is being loaded, and is over where none is', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    desk.prompt = false;
    await desk.pass(desk.qr_life_ms);
    expect(card.view).toMatchObject({ qr_face: 'loading', renewing: true });
    const short = new Desk();
    short.qr_life_ms = 1_000;
    const other = await openLive(short);
    await short.pass(1_000);
    expect(other.view).toMatchObject({ qr_face: 'expired', renewing: false });
    await short.pass(1_000);
    expect(other.view.qr_face).toBe('valid');
  });

  test('empties its ring with its time', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    expect(card.view.qr_share).toBe(1);
    await desk.pass(150_000);
    expect(card.view).toMatchObject({ qr_share: 0.5, qr_countdown: '2:30' });
  });

  test('that is being renewed says so, and is being loaded where there is none yet', async () => {
    const desk = new Desk();
    const card = await openLive(desk);
    expect(card.view.renewing).toBe(false);
    desk.prompt = false;
    desk.capture();
    expect(card.view).toMatchObject({ qr_face: 'valid', renewing: true });
    const other = new Desk();
    other.prompt = false;
    const opened = await openLive(other);
    await other.answer();
    expect(opened.view).toMatchObject({ state: 'live', qr_face: 'loading', renewing: true });
  });
});

describe('the end of an order', () => {
  test.each([
    [30 * DAY, true, '请在 2026-12-22 前使用', 'far'],
    [3 * DAY, true, '请在 2026-11-25 10:00 前使用', 'soon'],
    [3_600_000, true, '请在 2026-11-22 11:00 前使用', 'today'],
    [3_600_000, false, '请在 2026-11-22 前使用', 'far'],
  ])('in %i ms (the time is known: %p) is said as „%s“', async (ms, confirmed, order_text, order_tone) => {
    const desk = new Desk();
    desk.keep({ ...KEPT, expires_at: START + ms });
    desk.confirmed = confirmed;
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ order_text, order_tone });
  });

  test('is said when it is reached, though nobody can be asked and no QR is there to count', async () => {
    const desk = new Desk();
    desk.keep({ ...KEPT, expires_at: START + 600_000 });
    const card = await openLive(desk);
    desk.network(false);
    await desk.pass(599_000);
    expect(card.view).toMatchObject({ qr_face: 'offline', order_tone: 'today' });
    await desk.pass(1_000);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, order_tone: 'over' });
  });

  test('is forgotten where the server still gives codes for it after that', async () => {
    const desk = new Desk();
    desk.keep({ ...KEPT, expires_at: START + 60_000 });
    const card = await openLive(desk);
    await desk.pass(70_000);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, qr_face: 'valid', order_text: '' });
    await desk.pass(30_000);
    expect(desk.count('refreshQr')).toBe(2);
  });
});

test('whoever was signed out when they asked for a code is led to sign in', async () => {
  const desk = new Desk();
  desk.status = 'available';
  const card = await openLive(desk);
  desk.failing.set('redeem', { kind: 'signed_out', backend: 'v4', reason: 'replaced' });
  card.send({ type: 'ask_code' });
  await desk.pass(0);
  expect(card.view).toMatchObject({ state: 'failed', title: '请重新登录', action: 'sign_in', busy: false });
  desk.asked = [];
  await desk.pass(60_000);
  expect(desk.asked).toEqual([]);
});

test('an item that a list has is named before it was read', async () => {
  const desk = new Desk();
  desk.listed = {
    ...{ item_id: '7001', item_name: '拿铁券', item_type: 'voucher', status: 'available' },
    ...{ tracking_code: 'TRK-V-1', rarity_code: 'common' },
  };
  desk.prompt = false;
  const card = await openLive(desk);
  expect(card.view).toMatchObject({ state: 'loading', item_name: '拿铁券' });
});

test('why there is no code is said already while the item is read again', async () => {
  const desk = new Desk();
  desk.status = 'available';
  const card = await openLive(desk);
  desk.prompt = false;
  card.send({ type: 'ask_code' });
  await desk.answer({ kind: 'timeout' });
  expect(card.view).toMatchObject({ state: 'loading', title: '网络有点慢', busy: false });
});

test('whoever asks for a code without a network reads why there is none, and it is not asked for later', async () => {
  const desk = new Desk();
  desk.status = 'available';
  const card = await openLive(desk);
  desk.network(false);
  card.send({ type: 'ask_code' });
  expect(card.view).toMatchObject({ state: 'ready', title: '网络连接失败', busy: false });
  desk.network(true);
  await desk.pass(60_000);
  expect(desk.count('redeem')).toBe(0);
});

test.each([
  [api(500, 'INTERNAL_ERROR'), 'retry'],
  [{ ...api(429, 'RATE_LIMIT_EXCEEDED'), wait_seconds: 5 }, 'retry'],
  [api(403, 'FORBIDDEN'), ''],
])(
  'a card that cannot be opened by %j offers „%s“, and does not go on by itself',
  async (failure, action) => {
    const desk = new Desk();
    desk.failing.set('item', failure);
    const card = await openLive(desk);
    expect(card.view).toMatchObject({ state: 'failed', action });
    await desk.pass(60_000);
    expect(desk.count('item')).toBe(1);
  },
);
