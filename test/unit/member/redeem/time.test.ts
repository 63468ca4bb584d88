// The code card and the time: nothing is decided by the phone's clock, and no count-down shows more time than the
// server can have given.
import { Desk, openLive, QR_LIFE_MS, START } from './desk';

const DAY = 86_400_000;
const KEPT = { redemption_order_id: 'order-1', code: 'AAAA-BBBB-CCCC', expires_at: START + 30 * DAY };
const api = (status: number, code: string, message = '…') =>
  ({ kind: 'api', status, code, message }) as const;

/** A card with a kept code, on a phone whose idea of the server's time is off by so much. */
async function withCode(ahead_ms: number, confirmed: boolean) {
  const desk = new Desk();
  desk.keep(KEPT);
  Object.assign(desk, { ahead_ms, confirmed });
  return { desk, card: await openLive(desk) };
}

describe('I1 a text code', () => {
  test.each([
    [40, false],
    [700, false],
    [700, true],
  ])('is neither deleted nor called over on a phone %i days ahead (known: %p)', async (days, confirmed) => {
    const { desk, card } = await withCode(days * DAY, confirmed);
    await desk.pass(20_000);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code });
    expect(card.view.order_text).not.toContain('过期');
    expect(desk.kept).toMatchObject({ code: KEPT.code });
  });

  test('of an order that should be over can still be read out while nobody can be asked', async () => {
    const { desk, card } = await withCode(0, true);
    desk.network(false);
    desk.now += 31 * DAY;
    await desk.pass(1_000);
    expect(card.view).toMatchObject({ state: 'live', code: KEPT.code, qr_content: '', order_tone: 'over' });
    expect(desk.kept).toMatchObject({ code: KEPT.code });
  });

  test('goes when the server says that the order is over', async () => {
    const { desk, card } = await withCode(0, true);
    desk.order_expires_at = START + 30 * DAY;
    desk.now += 30 * DAY;
    desk.clocks.tell(undefined);
    await desk.pass(0);
    expect(card.view).toMatchObject({ state: 'ended', title: '券码已过期', code: '' });
    expect(desk.kept).toBeNull();
  });

  test('of an expired order is not called cancelled where the server released the item first', async () => {
    const { desk, card } = await withCode(0, true);
    desk.status = 'available';
    desk.prompt = false;
    desk.now += 30 * DAY;
    desk.clocks.tell(undefined);
    await desk.pass(0);
    while (desk.pending[0]?.call !== 'item') desk.pending.push(...desk.pending.splice(0, 1));
    await desk.answer();
    expect(card.view).toMatchObject({ state: 'ended', title: '券码已过期', action: 'ask_code' });
    expect(desk.kept).toBeNull();
  });

  test.each([
    ['the item is out of reach', 'item', api(404, 'NOT_FOUND')],
    ['its order cannot be found', 'refreshQr', api(404, 'NOT_FOUND')],
  ] as const)('stays on the shelf while %s', async (_why, call, failure) => {
    const { desk } = await withCode(0, true);
    desk.failing.set(call, failure);
    await desk.pass(QR_LIFE_MS);
    expect(desk.kept).toMatchObject({ code: KEPT.code });
  });

  test('is kept without an end where that cannot be read', async () => {
    const desk = new Desk();
    desk.status = 'available';
    desk.order_expires_at = Number.NaN;
    const card = await openLive(desk);
    card.send({ type: 'ask_code' });
    await desk.pass(1_000);
    expect(card.view).toMatchObject({ state: 'live', code: 'KX4M-7TSA-H5W2', order_text: '' });
    expect(desk.kept?.expires_at).toBeNull();
  });
});

describe('I1 the count-down of a QR', () => {
  test.each([-8, -0.1, -48])('shows five minutes at most on a phone %f h behind', async (hours) => {
    const { desk, card } = await withCode(hours * 3_600_000, true);
    expect(card.view).toMatchObject({ qr_seconds: 300, qr_countdown: '5:00', qr_share: 1 });
    desk.asked = [];
    await desk.pass(QR_LIFE_MS);
    expect(desk.count('refreshQr')).toBe(1);
    expect(card.view).toMatchObject({ qr_face: 'valid', qr_content: 'RQRV1_2' });
  });

  test('shows a minute, and is renewed within it, while the server’s time is not known', async () => {
    const { desk, card } = await withCode(-2 * DAY, false);
    expect(card.view.qr_seconds).toBe(60);
    await desk.pass(60_000);
    expect(card.view).toMatchObject({ qr_face: 'valid', qr_content: 'RQRV1_2' });
  });
});

describe('I1 a clock that moves while the card stands open', () => {
  test('is asked about at once when it becomes doubtful', async () => {
    const { desk } = await withCode(0, true);
    desk.asked = [];
    desk.confirmed = false;
    desk.clocks.tell(undefined);
    expect(desk.asked.map(({ call }) => call).sort()).toEqual(['item', 'refreshQr']);
  });

  test.each([-700, -2, 2, 700])(
    'by %i days stops nothing: the item is read on, the QR renewed',
    async (days) => {
      const { desk, card } = await withCode(0, true);
      desk.ahead_ms = days * DAY;
      desk.clocks.tell(undefined);
      await desk.pass(10_000);
      desk.ahead_ms = 0;
      desk.clocks.tell(undefined);
      desk.asked = [];
      await desk.pass(QR_LIFE_MS);
      expect(desk.count('item')).toBe(100);
      expect(desk.count('refreshQr')).toBeGreaterThan(0);
      expect(card.view).toMatchObject({ state: 'live', qr_face: 'valid', code: KEPT.code });
    },
  );
});
