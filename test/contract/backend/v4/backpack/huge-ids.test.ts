// Neighbours beyond 2^53 are two items, at every route (V4 §2.4: `item_id` is a BIGINT).
import { at, listAt, startClient } from '../../support/client';
import type { Client, Reply } from '../../support/client';

const EVEN = '9007199254740992';
const ODD = '9007199254740993';
const LARGEST = '9223372036854775807';
let client: Client;
let token: string;

beforeAll(async () => {
  client = await startClient();
  token = (await client.login('13800000031')).access;
});
afterAll(() => client.backend.close());

const get = (path: string): Promise<Reply> => client.call('GET', `/api/v4/backpack/items${path}`, { token });

test('both are in the list, under their own ids and names', async () => {
  const { json } = await get('?page_size=100');
  const cards = listAt(json, 'data', 'items').filter((row) =>
    [EVEN, ODD].includes(String(at(row, 'item_id'))),
  );
  expect(cards.map((row) => at(row, 'item_name')).sort()).toEqual([
    '二十四节气卡 · 大寒',
    '二十四节气卡 · 霜降',
  ]);
});

test('using one leaves its neighbour, and the reply has every digit as a bare number', async () => {
  const used = await client.call('POST', `/api/v4/backpack/items/${ODD}/use`, { token });
  expect(used.text).toContain(`"item_id":${ODD},`);
  const [odd, even] = await Promise.all([get(`/${ODD}`), get(`/${EVEN}`)]);
  expect([at(odd.json, 'data', 'item_id'), at(odd.json, 'data', 'status')]).toEqual([ODD, 'used']);
  expect([at(even.json, 'data', 'item_id'), at(even.json, 'data', 'status')]).toEqual([EVEN, 'available']);
});

test('the largest BIGINT works, and what is larger is no id', async () => {
  client.backend.dev.give({ owner_user_id: 31, item_id: BigInt(LARGEST) });
  expect(at((await get(`/${LARGEST}`)).json, 'data', 'item_id')).toBe(LARGEST);
  expect(await get('/9223372036854775808')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  for (const nonsense of ['0', '-1', '1e5', '007', '1.0', '99999999999999999999']) {
    expect(await get(`/${nonsense}`)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  }
});

test('an item given afterwards gets an ordinary id', () => {
  expect(client.backend.dev.give({ owner_user_id: 31 })).toBeLessThan(2n ** 53n);
});
