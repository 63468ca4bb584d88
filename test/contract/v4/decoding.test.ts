// Broken replies: what the person still sees of them, and what is said instead.
import { createClientCore } from '../../support/client-core';
import type { ClientCore } from '../../support/client-core';
import { createMemoryStorage } from '../../support/memory-storage';
import { CODE, DEMO, envelope, failing, PROFILES, startCanned } from './kit';

const TOKEN = `e30.${Buffer.from(JSON.stringify({ exp: 4_000_000_000 })).toString('base64url')}.sig`;
const USER =
  '{"user_id":9007199254740993,"mobile":"13800000031","role_level":0,"roles":[],"status":"active"}';
const ITEM =
  '"item_id":9007199254740993,"item_name":"甲","item_type":"voucher","status":"available","tracking_code":"T","rarity_code":"common"';

describe.each(PROFILES)('V4 decoding, %s', (profile) => {
  let core: ClientCore;
  let server: Awaited<ReturnType<typeof startCanned>>;
  let said = '';

  beforeEach(async () => {
    server = await startCanned((path) => ({
      text: path.endsWith('/auth/login') ? envelope(`{"access_token":"${TOKEN}","user":${USER}}`) : said,
    }));
    core = createClientCore(server.url, profile, { storage: createMemoryStorage() });
    await core.session.signIn(DEMO.mobile, CODE);
  });
  afterEach(async () => {
    core.dispose();
    await server.close();
  });

  const item = (fields: string) => {
    said = envelope(`{${fields}}`);
    return core.v4.api.backpack.item('1');
  };
  const items = (data: string) => {
    said = envelope(data);
    return core.v4.api.backpack.items({ page: 1, page_size: 20 });
  };
  const decode = (endpoint: string, path: string) => ({ kind: 'decode', endpoint, path });

  test('huge ids, as numbers and as strings, in a sign-in too', async () => {
    expect(core.session.customer).toMatchObject({ user: { user_id: '9007199254740993' } });
    await expect(item(ITEM)).resolves.toMatchObject({ item_id: '9007199254740993' });
    await expect(item(ITEM.replace('9007199254740993', '"18446744073709551615"'))).resolves.toMatchObject({
      item_id: '18446744073709551615',
    });
  });

  test('unknown enumeration values survive, unknown fields are dropped', async () => {
    const strange = ITEM.replace('"voucher"', '"hologram"')
      .replace('"available"', '"frozen"')
      .replace('"common"', '"mythic"');
    await expect(item(`${strange},"secret_field":{"a":[1]}`)).resolves.toEqual({
      ...{ item_id: '9007199254740993', item_name: '甲', item_type: 'hologram', status: 'frozen' },
      ...{ tracking_code: 'T', rarity_code: 'mythic' },
    });
  });

  test.each([
    '"item_value":{"a":1},"expires_at":17,"allowed_actions":"use","is_owner":"yes"',
    '"allowed_actions":[1,2],"image_url":false,"merchant_id":1.5',
  ])('an optional field of a wrong type is absent: %s', async (broken) => {
    await expect(item(`${ITEM},${broken}`)).resolves.toEqual({
      ...{ item_id: '9007199254740993', item_name: '甲', item_type: 'voucher', status: 'available' },
      ...{ tracking_code: 'T', rarity_code: 'common' },
    });
  });

  test('null in an optional field is kept where the contract has it, numbers in text are read', async () => {
    const reply = await item(
      `${ITEM},"image_url":null,"item_value":"12.50","is_owner":1,"has_redemption_code":null`,
    );
    expect(reply).toMatchObject({ image_url: null, item_value: 12.5, is_owner: true });
    expect(reply).not.toHaveProperty('has_redemption_code');
  });

  test.each([
    ['item_id', '"item_id":true'],
    ['item_name', '"item_name":null'],
    ['status', '"status":3'],
  ])('a broken %s is one failure that names the place and none of the values', async (path, broken) => {
    const failure = await failing(item(`${ITEM},${broken}`));
    expect(failure).toMatchObject(decode('GET /backpack/items/:item_id', path));
    expect(JSON.stringify(failure)).not.toContain('甲');
  });

  test('I6 a broken row of a list is left out; a list of broken rows alone fails, and says where', async () => {
    const endpoint = profile === 'deployed' ? 'GET /backpack' : 'GET /backpack/items';
    const list = `{"items":[{${ITEM}},{${ITEM},"tracking_code":[]}]}`;
    expect((await items(list)).items).toHaveLength(1);
    const bad = `{${ITEM},"tracking_code":[]}`;
    expect(await failing(items(`{"items":[${bad},${bad}]}`))).toMatchObject(
      decode(endpoint, 'items.0.tracking_code'),
    );
    expect(await failing(items('{"items":{}}'))).toMatchObject(decode(endpoint, 'items'));
    expect(await failing(items('null'))).toMatchObject(decode(endpoint, '$'));
  });

  test('a broken asset or pagination does not hide the items', async () => {
    const reply = await items(`{"items":[{${ITEM}}],"assets":[{"asset_code":5}],"pagination":"?"}`);
    expect(reply).toEqual({
      items: [expect.objectContaining({ item_id: '9007199254740993' })],
      assets: [],
    });
  });

  test('the code that comes only once is never lost to a broken QR', async () => {
    said = envelope(
      '{"order":{"redemption_order_id":"o","status":"pending","expires_at":"2026-12-21T22:41:04.000Z"},"code":"KX4M-7TSA-H5W2","qr":{"qr_content":7}}',
    );
    await expect(core.v4.api.backpack.redeem('1')).resolves.toMatchObject({
      code: 'KX4M-7TSA-H5W2',
      qr: null,
    });
  });

  test.each([
    '',
    '<html></html>',
    '{"success":true',
    '[]',
    '"ok"',
    '{"data":{}}',
    '{"success":"true","data":{}}',
  ])('I7 a 200 that is no envelope is not the backend’s: %j', async (text) => {
    said = text;
    expect(await failing(core.v4.api.backpack.item('1'))).toEqual({ kind: 'http', status: 200 });
  });

  test('a refusal under status 200 is a refusal', async () => {
    said = '{"success":false,"code":"ORDER_EXPIRED","message":"订单已过期","httpStatus":400}';
    expect(await failing(core.v4.api.backpack.item('1'))).toEqual({
      ...{ kind: 'api', status: 400, code: 'ORDER_EXPIRED', message: '订单已过期' },
    });
  });
});
