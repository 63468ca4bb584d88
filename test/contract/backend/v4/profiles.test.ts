// Where the document and the deployed backend disagree, and the switch between them.
import { at, listAt, startClient, textAt } from '../support/client';
import type { Client, Reply } from '../support/client';

let client: Client;
let token: string;
let other: string;

beforeAll(async () => {
  client = await startClient();
  token = (await client.login('13800000031')).access;
  other = (await client.login('13800000032')).access;
});
beforeEach(() => client.backend.dev.setProfile('documented'));
afterAll(() => client.backend.close());

const pack = (method: string, path: string, bearer = token): Promise<Reply> =>
  client.call(method, `/api/v4/backpack${path}`, { token: bearer });
const deployed = () => client.backend.dev.setProfile('deployed');
const column = (reply: Reply, name: string) =>
  listAt(reply.json, 'data', 'items').map((row) => at(row, name));

test('the documented list pages through every status', async () => {
  const first = await pack('GET', '/items');
  expect(at(first.json, 'data', 'pagination')).toEqual({ total: 36, page: 1, page_size: 20, total_pages: 2 });
  const second = await pack('GET', '/items?page=2');
  const ids = [...column(first, 'item_id'), ...column(second, 'item_id')];
  expect(new Set(ids).size).toBe(36);
  const statuses = [...column(first, 'status'), ...column(second, 'status')];
  expect(new Set(statuses)).toEqual(new Set(['available', 'locked', 'used', 'expired', 'destroyed']));
  expect(column(await pack('GET', '/items?page=9'), 'item_id')).toEqual([]);
});

test('the documented list filters by status and type', async () => {
  const locked = await pack('GET', '/items?status=locked&item_type=product');
  expect(column(locked, 'item_type')).toEqual(['product', 'product']);
  expect(at(locked.json, 'data', 'pagination', 'total')).toBe(2);
  expect(column(await pack('GET', '/items?status=nonsense'), 'status')).toEqual([]);
});

test('the deployed list has available items only and no paging', async () => {
  deployed();
  const reply = await pack('GET', '?page_size=1');
  expect(new Set(column(reply, 'status'))).toEqual(new Set(['available']));
  expect(column(reply, 'item_id').length).toBeGreaterThan(1);
  expect(at(reply.json, 'data', 'pagination')).toBeUndefined();
});

test('each profile knows its own list and refresh routes only', async () => {
  const item = `/items/${textAt((await pack('GET', '/items?item_type=voucher')).json, 'data', 'items', 0, 'item_id')}`;
  const missing = async (method: string, path: string) =>
    (await pack(method, path)).text.includes('接口不存在');
  const known = async () =>
    Promise.all([
      missing('GET', '/items'),
      missing('GET', ''),
      missing('GET', `${item}/redeem/refresh-qr`),
      missing('POST', `${item}/redeem/refresh-qr`),
    ]);
  expect(await known()).toEqual([false, true, false, true]);
  deployed();
  expect(await known()).toEqual([true, false, true, false]);
});

test("another person's item is forbidden as documented, an internal error as deployed", async () => {
  const id = client.backend.dev.give({ owner_user_id: 32 });
  const calls = (): Promise<Reply[]> =>
    Promise.all([
      pack('GET', `/items/${id}`),
      pack('POST', `/items/${id}/use`),
      pack('GET', `/items/${id}/timeline`),
    ]);
  for (const reply of await calls()) expect(reply).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  deployed();
  for (const reply of await calls()) expect(reply).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
});

test('a redeemed item is locked as documented and held as deployed; its QR is its owner’s as documented', async () => {
  const id = client.backend.dev.give({ owner_user_id: 31 });
  await pack('POST', `/items/${id}/redeem`);
  expect(at((await pack('GET', `/items/${id}`)).json, 'data', 'status')).toBe('locked');
  expect((await pack('POST', `/items/${id}/redeem`)).text).toContain('status=locked');
  expect(await pack('GET', `/items/${id}/redeem/refresh-qr`, other)).toMatchObject({ status: 403 });
  deployed();
  expect(at((await pack('GET', `/items/${id}`)).json, 'data', 'status')).toBe('held');
});

test('the documented timeline tells what happened, oldest first', async () => {
  const id = client.backend.dev.give({ owner_user_id: 31, item_name: '一生' });
  await pack('POST', `/items/${id}/redeem`);
  client.backend.dev.redeem({ item_id: id });
  const { json } = await pack('GET', `/items/${id}/timeline`);
  const rows = listAt(json, 'data', 'timeline');
  expect(rows.map((row) => at(row, 'event'))).toEqual(['mint', 'hold', 'use']);
  expect(at(json, 'data')).toMatchObject({ item_name: '一生', item_type: 'voucher', status: 'used' });
  for (const row of rows) expect(at(row, 'time')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+08:00$/);
});

test('every seeded timeline ends in the status that its item has', async () => {
  const end: Record<string, string> = {
    used: 'use',
    expired: 'expire',
    destroyed: 'destroy',
    locked: 'hold',
    available: 'mint',
  };
  const { json } = await pack('GET', '/items?page_size=100');
  const items = listAt(json, 'data', 'items').filter((row) => at(row, 'item_name') !== '一生');
  for (const row of items.slice(-36)) {
    const { json: life } = await pack('GET', `/items/${textAt(row, 'item_id')}/timeline`);
    const events = listAt(life, 'data', 'timeline').map((entry) => at(entry, 'event'));
    expect([at(row, 'item_name'), events[0], events.at(-1)]).toEqual([
      at(row, 'item_name'),
      'mint',
      end[textAt(row, 'status')],
    ]);
  }
});
