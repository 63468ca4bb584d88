// What the code card must not do in between: ask while hidden, ask twice, decide by a doubtful clock.
import { Desk, openLive, START } from './desk';

const DAY = 86_400_000;
const KEPT = { redemption_order_id: 'order-1', code: 'AAAA-BBBB-CCCC', expires_at: START + 30 * DAY };

test('K1 hidden, nothing is asked although the network goes and comes', async () => {
  const desk = new Desk();
  await openLive(desk);
  desk.app(false);
  desk.asked = [];
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
