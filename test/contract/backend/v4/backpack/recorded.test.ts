// Every backpack reply that was recorded of the deployed backend, got from ours in the same order.
import { startClient } from '../../support/client';
import type { Client } from '../../support/client';
import { replay } from '../../support/replay';

let client: Client;
let mine: string;
let other: string;
const ids = { voucher: '', second: '', card: '', foreign: '' };

const pack = (method: string, path: string, token = mine) =>
  client.call(method, `/api/v4/backpack${path}`, { token });
const give = (owner: number, item_type: string) =>
  client.backend.dev
    .give({ owner_user_id: owner, item_type, item_description: '说明', source_ref_id: '1025' })
    .toString();

beforeAll(async () => {
  client = await startClient({ profile: 'deployed' });
  mine = (await client.login('13800000001')).access;
  other = (await client.login('13800000002')).access;
  const [me, you] = [36, 37];
  for (const type of ['service', 'product', 'collectible']) give(me, type);
  Object.assign(ids, {
    voucher: give(me, 'voucher'),
    second: give(me, 'voucher'),
    card: give(me, 'collectible'),
  });
  ids.foreign = give(you, 'voucher');
  const sql = `INSERT INTO assets (user_id, asset_code, display_name, total_amount, category, rarity)
    VALUES (36, 'points', '积分', 1300, 'points', 'common')`;
  client.backend.db.run(sql);
});
afterAll(() => client.backend.close());

replay('backpack', () => ({
  section: '02',
  left: {},
  steps: {
    'list per seed doc': () => pack('GET', '/items'),
    list: () => pack('GET', ''),
    stats: () => pack('GET', '/stats'),
    detail: () => pack('GET', `/items/${ids.voucher}`),
    'detail: non-numeric': () => pack('GET', '/items/abc'),
    'detail: missing': () => pack('GET', '/items/99999999'),
    "detail: someone else's item": () => pack('GET', `/items/${ids.foreign}`),
    'refresh-qr before redeem': () => pack('POST', `/items/${ids.voucher}/redeem/refresh-qr`),
    redeem: () => pack('POST', `/items/${ids.voucher}/redeem`),
    'redeem again': () => pack('POST', `/items/${ids.voucher}/redeem`),
    'refresh-qr (POST, the code)': () => pack('POST', `/items/${ids.voucher}/redeem/refresh-qr`),
    'refresh-qr (GET, the seed doc)': () => pack('GET', `/items/${ids.voucher}/redeem/refresh-qr`),
    "refresh-qr of my order by ANOTHER user's token": () =>
      pack('POST', `/items/${ids.voucher}/redeem/refresh-qr`, other),
    'detail of a redeemed (held) item': () => pack('GET', `/items/${ids.voucher}`),
    use: () => pack('POST', `/items/${ids.card}/use`),
    'use again': () => pack('POST', `/items/${ids.card}/use`),
    'use of a held item': () => pack('POST', `/items/${ids.voucher}/use`),
    "use of someone else's item": () => pack('POST', `/items/${ids.foreign}/use`),
    "redeem of someone else's item": () => pack('POST', `/items/${ids.foreign}/redeem`),
    'use: missing': () => pack('POST', '/items/99999999/use'),
    'use voucher (allowed_actions says redeem only)': () => pack('POST', `/items/${ids.second}/use`),
    timeline: () => pack('GET', `/items/${ids.card}/timeline`),
  },
}));
