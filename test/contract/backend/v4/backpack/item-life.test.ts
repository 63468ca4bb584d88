// Whatever happens in whatever order: an item has at most one active hold, its ledger agrees with its status, and it
// ends once.
import fc from 'fast-check';
import type { DevControls } from '../../../../backend';
import { int, text } from '../../../../backend/db/store';
import type { Row } from '../../../../backend/db/store';
import { startClient, textAt } from '../../support/client';
import type { Client, Reply } from '../../support/client';

const OWNER = 31;
const DAY_MS = 24 * 60 * 60 * 1000;
let client: Client;

beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.backend.close());

type Stored = NonNullable<ReturnType<DevControls['item']>>;

function stored(itemId: bigint): Stored {
  const found = client.backend.dev.item(itemId);
  if (found === undefined) throw new Error('the item is gone');
  return found;
}

const count = (rows: Row[], column: string, value: string) =>
  rows.filter((row) => text(row, column) === value).length;
const balance = (rows: Row[], account: string) =>
  rows.filter((row) => text(row, 'account') === account).reduce((sum, row) => sum + int(row, 'delta'), 0);

/** What must be true of an item at every moment. */
function checkSound({ item, orders, holds, ledger }: Stored): void {
  const status = text(item, 'status');
  const final = !['available', 'locked'].includes(status);
  expect(count(holds, 'status', 'active')).toBe(status === 'locked' ? 1 : 0);
  expect(count(orders, 'status', 'pending')).toBe(status === 'locked' ? 1 : 0);
  expect(count(orders, 'status', 'fulfilled')).toBe(count(holds, 'status', 'consumed'));
  expect(ledger.reduce((sum, row) => sum + int(row, 'delta'), 0)).toBe(0);
  expect(balance(ledger, `USER_${OWNER}`)).toBe(final ? 0 : 1);
  const owners = ledger.filter((row) => text(row, 'account') === `USER_${OWNER}`);
  const ends = ['use', 'expire', 'destroy'].map((event) => count(owners, 'event_type', event));
  expect(ends.reduce((sum, times) => sum + times, 0)).toBe(final ? 1 : 0);
  const open = count(owners, 'event_type', 'hold') - count(owners, 'event_type', 'release');
  expect(open - count(holds, 'status', 'consumed')).toBe(status === 'locked' ? 1 : 0);
}

/** What the customer's screen still shows: the newest code and QR, and those of the redemption before. */
interface Shown {
  code: string;
  qr_content: string;
}

interface World {
  itemId: bigint;
  token: string;
  now: Shown;
  before: Shown;
}

const item = (world: World, rest: string, method = 'POST'): Promise<Reply> =>
  client.call(method, `/api/v4/backpack/items/${world.itemId}${rest}`, { token: world.token });

const counter = (world: World, verb: 'redeem' | 'cancel', body: Partial<Shown>): Promise<Reply> =>
  client.call('POST', `/api/v4/console/redemption/${verb}`, { token: world.token, body });

async function redeem(world: World): Promise<Reply> {
  const reply = await item(world, '/redeem');
  if (reply.status !== 200) return reply;
  world.before = world.now;
  world.now = {
    code: textAt(reply.json, 'data', 'code'),
    qr_content: textAt(reply.json, 'data', 'qr', 'qr_content'),
  };
  return reply;
}

async function refresh(world: World): Promise<Reply> {
  const reply = await item(world, '/redeem/refresh-qr', 'GET');
  if (reply.status === 200) world.now.qr_content = textAt(reply.json, 'data', 'qr', 'qr_content');
  return reply;
}

/** Lets time pass; the person signs in again, for the access token does not live that long. */
async function pass(world: World, ms: number): Promise<Reply> {
  client.backend.clock.advance(ms);
  world.token = (await client.login('13800000031')).access;
  return item(world, '', 'GET');
}

type Action = (world: World) => Promise<Reply>;

const ACTIONS: Readonly<Record<string, Action>> = {
  redeem,
  use: (world) => item(world, '/use'),
  refresh,
  'counter: qr': (world) => counter(world, 'redeem', { qr_content: world.now.qr_content }),
  'counter: code': (world) => counter(world, 'redeem', { code: world.now.code }),
  'counter: older code': (world) => counter(world, 'redeem', { code: world.before.code }),
  'counter: older qr': (world) => counter(world, 'redeem', { qr_content: world.before.qr_content }),
  'counter: cancel': (world) => counter(world, 'cancel', { code: world.now.code }),
  'four minutes': (world) => pass(world, 4 * 60_000),
  'ten days': (world) => pass(world, 10 * DAY_MS),
};

const life = fc.record({
  item_type: fc.constantFrom('voucher', 'product', 'collectible'),
  days: fc.option(fc.integer({ min: 1, max: 60 })),
  steps: fc.array(fc.constantFrom(...Object.keys(ACTIONS)), { minLength: 1, maxLength: 14 }),
});

async function live({
  item_type,
  days,
  steps,
}: typeof life extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
  const { dev, clock } = client.backend;
  const expires_at = days === null ? null : clock.now() + days * DAY_MS;
  const none = { code: 'AAAA-AAAA-AAAA', qr_content: 'RQRV1_none' };
  const world: World = {
    itemId: dev.give({ owner_user_id: OWNER, item_type, expires_at }),
    token: (await client.login('13800000031')).access,
    now: { ...none },
    before: { ...none },
  };
  for (const step of steps) {
    const reply = await ACTIONS[step]?.(world);
    expect(reply?.status).toBeLessThan(500);
    checkSound(stored(world.itemId));
  }
}

test('any life of an item keeps its status, holds, orders and ledger in agreement', async () => {
  await fc.assert(fc.asyncProperty(life, live), { numRuns: 40 });
}, 60_000);

test('of many counters that redeem the same code at once, one succeeds', async () => {
  const { dev } = client.backend;
  const token = (await client.login('13800000031')).access;
  const none = { code: '', qr_content: '' };
  const world: World = { itemId: dev.give({ owner_user_id: OWNER }), token, now: { ...none }, before: none };
  await redeem(world);
  const { code, qr_content } = world.now;
  const tries = Array.from({ length: 12 }, (_, turn) =>
    counter(world, 'redeem', turn % 2 ? { code } : { qr_content }),
  );
  const replies = await Promise.all(tries);
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(replies.filter(({ code: refusal }) => refusal === 'ORDER_STATUS_INVALID')).toHaveLength(11);
  checkSound(stored(world.itemId));
});
