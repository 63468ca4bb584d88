// The data set, and that it survives a restart.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackend } from '../../../backend';
import type { Backend } from '../../../backend';
import { text } from '../../../backend/db/store';
import { startClient, at, listAt, textAt } from '../support/client';

const values = (backend: Backend, column: string) =>
  new Set(
    backend.db
      .all(`SELECT ${column} AS value FROM items WHERE owner_user_id = 31`)
      .map((row) => text(row, 'value')),
  );

test('the demo customer has every type, status and rarity, and the odd cases', async () => {
  const backend = await startBackend();
  expect(values(backend, 'item_type')).toEqual(new Set(['voucher', 'product', 'collectible', 'service']));
  expect(values(backend, 'status').size).toBe(5);
  expect([...values(backend, 'rarity_code')].sort()).toEqual([
    'common',
    'epic',
    'legendary',
    'rare',
    'stellar',
    'uncommon',
  ]);
  expect([...values(backend, 'item_name')].filter((name) => name.length === 60)).toHaveLength(1);
  await backend.close();
});

test('the same seed gives the same store, another seed another', async () => {
  const codes = async (seed: number) => {
    const backend = await startBackend({ seed });
    const rows = backend.db.all('SELECT source_ref_id AS ref FROM items ORDER BY item_id');
    await backend.close();
    return rows.map((row) => text(row, 'ref')).join(' ');
  };
  expect(await codes(1)).toBe(await codes(1));
  expect(await codes(2)).not.toBe(await codes(1));
});

test('every picture that the list points to is a PNG', async () => {
  const client = await startClient();
  const { access: token } = await client.login('13800000031');
  const { json } = await client.call('GET', '/api/v4/backpack/items?page_size=100', { token });
  const urls = new Set(
    listAt(json, 'data', 'items')
      .map((row) => at(row, 'image_url'))
      .filter((url) => typeof url === 'string'),
  );
  expect(urls.size).toBeGreaterThan(5);
  for (const url of urls) {
    const response = await fetch(url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    await response.arrayBuffer();
  }
  await client.backend.close();
});

describe('a data file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backend-'));
  const file = join(folder, 'inner', 'store.sqlite');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('keeps tokens, items and codes over a restart, and starts anew when told', async () => {
    const first = await startClient({ file });
    const { access: token } = await first.login('13800000031');
    const id = first.backend.dev.give({ owner_user_id: 31 });
    const redeemed = await first.call('POST', `/api/v4/backpack/items/${id}/redeem`, { token });
    const qr_content = textAt(redeemed.json, 'data', 'qr', 'qr_content');
    await first.backend.close();

    const second = await startClient({ file });
    expect((await second.call('GET', '/api/v4/auth/verify', { token })).status).toBe(200);
    const counter = await second.call('POST', '/api/v4/console/redemption/redeem', {
      token,
      body: { qr_content },
    });
    expect(counter.status).toBe(200);
    await second.backend.close();

    const third = await startClient({ file, reset: true });
    expect(await third.call('GET', '/api/v4/auth/verify', { token })).toMatchObject({
      code: 'SESSION_NOT_FOUND',
    });
    expect(third.backend.dev.item(id)).toBeUndefined();
    await third.backend.close();
  });
});
