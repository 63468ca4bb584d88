// Codes and QRs at the counter: what is accepted, what is refused, and with which code (V4 §2.1).
import { createHmac, createSecretKey } from 'node:crypto';
import { readQr, writeQr } from '../../../../backend/v4/qr';
import { at, startClient, textAt } from '../../support/client';
import type { Client, Reply } from '../../support/client';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
let client: Client;
let owner: string;
let staff: string;

beforeAll(async () => {
  client = await startClient();
});
beforeEach(async () => {
  client.backend.dev.reset();
  owner = (await client.login('13800000032')).access;
  staff = (await client.login('13800000035')).access;
});
afterAll(() => client.backend.close());

const item = (id: bigint, rest: string, method = 'POST', token = owner): Promise<Reply> =>
  client.call(method, `/api/v4/backpack/items/${id}${rest}`, { token });
const counter = (body: unknown, verb = 'redeem', token = staff): Promise<Reply> =>
  client.call('POST', `/api/v4/console/redemption/${verb}`, { token, body });

async function redeemed(gift: { item_type?: string; expires_at?: number } = {}) {
  const id = client.backend.dev.give({ owner_user_id: 32, ...gift });
  const { json } = await item(id, '/redeem');
  return {
    id,
    code: textAt(json, 'data', 'code'),
    qr_content: textAt(json, 'data', 'qr', 'qr_content'),
    ends: Date.parse(textAt(json, 'data', 'order', 'expires_at')),
  };
}

const forOneHour = async () => {
  owner = (await client.login('13800000032')).access;
  staff = (await client.login('13800000035')).access;
};

test('a text code redeems the item once, however it is typed', async () => {
  const { id, code } = await redeemed();
  const first = await counter({ code: code.toLowerCase().replaceAll('-', ' ') });
  expect(first.status).toBe(200);
  expect(at(first.json, 'data', 'item', 'status')).toBe('used');
  expect(at((await item(id, '', 'GET')).json, 'data', 'status')).toBe('used');
  expect((await counter({ code })).code).toBe('ORDER_STATUS_INVALID');
});

test('a QR redeems within its five minutes and not after', async () => {
  const { id, qr_content } = await redeemed();
  client.backend.clock.advance(5 * MINUTE_MS);
  expect(await counter({ qr_content })).toMatchObject({ status: 400, code: 'QR_EXPIRED' });
  const fresh = textAt((await item(id, '/redeem/refresh-qr', 'GET')).json, 'data', 'qr', 'qr_content');
  expect((await counter({ qr_content: fresh })).status).toBe(200);
});

test('a forged or altered QR is refused', async () => {
  const { qr_content } = await redeemed();
  const [head = '', payload = '', signature = ''] = qr_content.split('_');
  const later = {
    ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
    exp: Date.now() + DAY_MS,
  } as unknown;
  const altered = Buffer.from(JSON.stringify(later)).toString('base64url');
  const guess = createHmac('sha256', 'guess').update(`RQRV1_${altered}`).digest('hex').slice(0, 32);
  const forgeries = [
    `${head}_${altered}_${signature}`,
    `${head}_${altered}_${guess}`,
    `${head}_${payload}_${'0'.repeat(32)}`,
    `RQRV2_${payload}_${signature}`,
    'hello',
  ];
  for (const forged of forgeries) {
    expect(await counter({ qr_content: forged })).toMatchObject({ status: 400, code: 'QR_INVALID' });
  }
  expect((await counter({ qr_content })).status).toBe(200);
});

test('a QR with base64url underscores in its payload is still read', () => {
  const key = createSecretKey(Buffer.alloc(32, 7));
  const { qr_content } = writeQr(key, { oid: '>>>???>>>???', ch: 'ÿÿ' }, 1);
  expect(qr_content.split('_').length).toBeGreaterThanOrEqual(3);
  expect(readQr(key, qr_content)).toEqual({ oid: '>>>???>>>???', ch: 'ÿÿ', ts: 1, exp: 300_001 });
});

test.each([
  ['voucher', 30],
  ['product', 7],
])('an order for a %s waits %i days, then gives the item back', async (item_type, days) => {
  const { id, code, ends } = await redeemed({ item_type });
  expect(Math.round((ends - client.backend.clock.now()) / DAY_MS)).toBe(days);
  client.backend.clock.advance(days * DAY_MS);
  await forOneHour();
  expect(await counter({ code })).toMatchObject({ status: 400, code: 'ORDER_EXPIRED' });
  expect(await item(id, '/redeem/refresh-qr', 'GET')).toMatchObject({ status: 400, code: 'ORDER_EXPIRED' });
  expect(at((await item(id, '', 'GET')).json, 'data', 'status')).toBe('available');
  expect((await item(id, '/redeem')).status).toBe(200);
});

test('an order never outlives its item', async () => {
  const { id, ends } = await redeemed({ expires_at: client.backend.clock.now() + 2 * DAY_MS });
  expect(Math.round((ends - client.backend.clock.now()) / DAY_MS)).toBe(2);
  client.backend.clock.advance(2 * DAY_MS);
  await forOneHour();
  expect(at((await item(id, '', 'GET')).json, 'data', 'status')).toBe('expired');
  expect(await item(id, '/redeem')).toMatchObject({ status: 400, code: 'REDEMPTION_NOT_ALLOWED' });
});

test('a cancelled order is refused at the counter, and the item can be redeemed anew', async () => {
  const { id, code } = await redeemed();
  expect((await counter({ code }, 'cancel')).status).toBe(200);
  expect(await counter({ code })).toMatchObject({ status: 400, code: 'ORDER_STATUS_INVALID' });
  expect((await item(id, '/redeem')).status).toBe(200);
});

test('an unknown code, nothing shown, a customer at the counter', async () => {
  const { code } = await redeemed();
  expect(await counter({ code: 'AAAA-AAAA-AAAA' })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect(await counter({})).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  expect(await counter({ code }, 'redeem', owner)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

test('the text code is stored nowhere, and never given again', async () => {
  const { id, code } = await redeemed();
  const tables = ['items', 'item_holds', 'item_ledger', 'redemption_orders', 'settings'];
  const rows = tables.flatMap((table) => client.backend.db.all(`SELECT * FROM ${table}`));
  const everything = rows.flatMap((row) => Object.values(row)).join(' ');
  expect(everything).not.toContain(code);
  expect(everything).not.toContain(code.replaceAll('-', ''));
  const again = await Promise.all([
    item(id, '', 'GET'),
    item(id, '/redeem/refresh-qr', 'GET'),
    item(id, '/redeem'),
  ]);
  for (const reply of again) expect(reply.text).not.toContain(code);
});

test('an item that a trade holds has no code to refresh', async () => {
  const mine = (await client.login('13800000031')).access;
  const row = client.backend.db.one(`SELECT item_id FROM item_holds WHERE hold_type = 'trade'`);
  const reply = await item(BigInt(String(row['item_id'])), '/redeem/refresh-qr', 'GET', mine);
  expect(reply).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});
