// The six backpack wrappers against the reference backend, in both profiles.
import type { Item } from '../../../typings/v4/backpack';
import type { ClientCore } from '../../support/client-core';
import { DEMO, EMPTY, failing, PROFILES, SECOND, signedIn, useBackend } from './kit';

const FIRST_PAGE = { page: 1, page_size: 20 };

async function anItem(core: ClientCore, fits: (item: Item) => boolean): Promise<Item> {
  const { items } = await core.v4.api.backpack.items({ page: 1, page_size: 100 });
  const found = items.find(fits);
  if (found === undefined) throw new Error('no such item in the demo data');
  return found;
}

const redeemable = (item: Item) => item.status === 'available' && item.item_type === 'voucher';

describe.each(PROFILES)('V4 backpack, %s', (profile) => {
  const kit = useBackend({ profile });

  test('lists items with ids as strings', async () => {
    const { v4 } = await signedIn(kit);
    const reply = await v4.api.backpack.items(FIRST_PAGE);
    expect(reply.items.length).toBeGreaterThan(5);
    for (const item of reply.items) expect(item.item_id).toMatch(/^\d+$/);
    if (profile === 'deployed') {
      expect(reply.assets?.[0]).toMatchObject({ asset_code: 'points', available_amount: 1250 });
      expect(new Set(reply.items.map(({ status }) => status))).toEqual(new Set(['available']));
    } else {
      expect(reply.pagination).toMatchObject({ page: 1, page_size: 20 });
      expect(reply.items.length).toBeLessThanOrEqual(20);
    }
  });

  test('an empty backpack is an empty list', async () => {
    const { v4 } = await signedIn(kit, EMPTY.mobile);
    await expect(v4.api.backpack.items(FIRST_PAGE)).resolves.toMatchObject({ items: [] });
  });

  test('a huge id comes whole, and leads back to its item', async () => {
    const item_id = kit.backend.dev.give({
      owner_user_id: DEMO.user_id,
      item_id: 9007199254740995n,
      item_name: '远号',
    });
    const { v4 } = await signedIn(kit);
    const { items } = await v4.api.backpack.items({ page: 1, page_size: 100 });
    expect(items.map((item) => item.item_id)).toContain(item_id.toString());
    await expect(v4.api.backpack.item('9007199254740995')).resolves.toMatchObject({
      item_id: '9007199254740995',
      item_name: '远号',
    });
    // The deployed backend answers a write with the id as a bare number.
    await expect(v4.api.backpack.use('9007199254740995')).resolves.toMatchObject({
      item_id: '9007199254740995',
    });
  });

  test('an item type nobody knew survives', async () => {
    kit.backend.dev.give({ owner_user_id: SECOND.user_id, item_name: '新品', item_type: 'hologram' });
    const core = await signedIn(kit, SECOND.mobile);
    await expect(anItem(core, ({ item_name }) => item_name === '新品')).resolves.toMatchObject({
      item_type: 'hologram',
    });
  });

  test('redeems, shows the code once, refreshes the QR; the item is locked meanwhile', async () => {
    const core = await signedIn(kit);
    const { backpack } = core.v4.api;
    const { item_id } = await anItem(core, redeemable);
    const { order, code, qr } = await backpack.redeem(item_id);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(order).toMatchObject({
      status: 'pending',
      redemption_order_id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(qr?.qr_content).toMatch(/^RQRV1_/);

    const refreshed = await backpack.refreshQr(item_id);
    expect(refreshed.redemption_order_id).toBe(order.redemption_order_id);
    expect(refreshed.qr.qr_content).toMatch(/^RQRV1_/);

    const item = await backpack.item(item_id);
    expect(item.status).toBe(profile === 'deployed' ? 'held' : 'locked');
    expect(await failing(backpack.redeem(item_id))).toMatchObject({
      kind: 'api',
      status: 400,
      code: 'REDEMPTION_NOT_ALLOWED',
    });

    kit.backend.dev.redeem({ item_id: BigInt(item_id) });
    await expect(backpack.item(item_id)).resolves.toMatchObject({ status: 'used' });
  });

  test('uses an item, once', async () => {
    const core = await signedIn(kit);
    const { item_id } = await anItem(
      core,
      ({ status, allowed_actions }) => status === 'available' && allowed_actions?.includes('use') === true,
    );
    await expect(core.v4.api.backpack.use(item_id)).resolves.toMatchObject({ item_id, status: 'used' });
    expect(await failing(core.v4.api.backpack.use(item_id))).toMatchObject({
      kind: 'api',
      status: 400,
      code: 'SERVICE_ERROR',
    });
  });

  test('no waiting order: no QR', async () => {
    const core = await signedIn(kit);
    const { item_id } = await anItem(core, redeemable);
    expect(await failing(core.v4.api.backpack.refreshQr(item_id))).toMatchObject({
      kind: 'api',
      status: 404,
    });
  });

  test('timeline: events in words of the contract, or one failure without a second try', async () => {
    const core = await signedIn(kit);
    const { item_id } = await anItem(core, () => true);
    if (profile === 'documented') {
      const { timeline } = await core.v4.api.backpack.timeline(item_id);
      expect(timeline.map(({ event }) => event)).toContain('mint');
      return;
    }
    kit.backend.dev.requests.clear();
    expect(await failing(core.v4.api.backpack.timeline(item_id))).toMatchObject({ kind: 'api', status: 500 });
    expect(kit.backend.dev.requests.count('GET /api/v4/backpack/items/:item_id/timeline')).toBe(1);
  });

  test('a malformed id, an item that does not exist, another person’s item', async () => {
    const { v4 } = await signedIn(kit, SECOND.mobile);
    expect(await failing(v4.api.backpack.item('abc'))).toMatchObject({
      kind: 'api',
      status: 400,
      code: 'BAD_REQUEST',
    });
    expect(await failing(v4.api.backpack.item('99999999'))).toMatchObject({ kind: 'api', status: 404 });
    const others = kit.backend.dev.give({ owner_user_id: DEMO.user_id }).toString();
    const refused = await failing(v4.api.backpack.item(others));
    expect(refused).toMatchObject({ kind: 'api' });
    expect(await failing(v4.api.backpack.redeem(others))).toMatchObject({ kind: 'api', status: 400 });
  });

  test('a GET survives one lost connection; a write is sent once and never again', async () => {
    const core = await signedIn(kit);
    const { item_id } = await anItem(core, redeemable);
    kit.backend.dev.requests.clear();
    kit.backend.dev.drop({ count: 1, when: 'before', prefix: '/api/v4/backpack' });
    await expect(core.v4.api.backpack.item(item_id)).resolves.toMatchObject({ item_id });

    const sent = () => core.platform.phone.http.sent.filter(({ path }) => path.endsWith('/redeem')).length;
    kit.backend.dev.drop({ count: 1, when: 'after', prefix: '/api/v4/backpack' });
    expect(await failing(core.v4.api.backpack.redeem(item_id))).toEqual({ kind: 'network' });
    expect(sent()).toBe(1);
    kit.backend.dev.fail({ status: 500, prefix: '/api/v4/backpack' });
    expect(await failing(core.v4.api.backpack.redeem(item_id))).toMatchObject({ kind: 'api', status: 500 });
    expect(sent()).toBe(2);
  });
});
