// Items in an order: they stand under 待使用 with their code, whatever the list holds, until the server says that no order holds them.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeService } from '../../../support/fake-service';
import { createFakeTime, settle } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';
import { item, NOW } from './kit';
import type { Item } from '../../../../typings/v4/backpack';

const ITEM = 'GET /backpack/items/:item_id';
const code = { redemption_order_id: 'o', code: 'KX4M-7TSA-H5W2', expires_at: NOW + 86_400_000 };
const network = { kind: 'network' } as const;
const api = (status: number, message = '') => ({ kind: 'api', status, code: 'NOT_FOUND', message }) as const;

/** A phone of 31's; the same storage plays a restart. */
function open(storage = createMemoryStorage()) {
  const time = createFakeTime(NOW);
  const phone = createFakeService(time, storage);
  const backpacks = perPerson(phone.service, phoneOf(time), (person) => new BackpackStore(person));
  phone.signIn();
  const { current: store } = backpacks;
  if (store === null) throw new Error('somebody is signed in');
  /** What waits, each with its button; then what can be used. */
  const rows = () => {
    store.look({ pane: 'waiting' });
    const waiting = store.rows.map(({ item_id, state_text }) => `${item_id} ${state_text}`);
    store.look({ pane: 'available' });
    return [...waiting, ...store.rows.map(({ item_id }) => item_id)];
  };
  return { ...phone, ...{ storage, time, store, rows } };
}

/** A code was made for item 2; the list has been read. */
async function redeemed(storage = createMemoryStorage()) {
  const phone = open(storage);
  await phone.client.last.answer({ items: [item(3), item(2), item(1)] });
  phone.store.orders.ask(item(2));
  phone.store.orders.keep('2', code);
  return phone;
}

/** The list is read again; then what it says of 2, and the answer to the question about 2 where there is one. */
async function read(phone: ReturnType<typeof open>, listed: Item[], about2?: Item): Promise<void> {
  void phone.store.pages.refresh();
  await phone.client.last.answer({ items: listed });
  if (about2 !== undefined) await phone.client.last.answer(about2);
}

describe('I2 an item with a code', () => {
  it('is on top, though the list lacks it', async () => {
    const phone = await redeemed();
    expect(phone.rows()).toEqual(['2 待使用', '3', '1']);
    await read(phone, [item(3), item(1)], item(2, { status: 'held' }));
    expect(phone.client.last.endpoint).toBe(ITEM);
    expect(phone.rows()).toEqual(['2 待使用', '3', '1']);
  });

  it('stands there after a restart without a network, even where no list was kept', async () => {
    const { storage } = await redeemed();
    for (const key of storage.keys()) if (key.includes(':cache/')) storage.remove(key);
    const again = open(storage);
    expect([again.store.state, again.rows()]).toEqual(['ready', ['2 待使用']]);
    await again.client.last.fail(network);
    expect([again.store.state, again.rows()]).toEqual(['ready', ['2 待使用']]);
    expect(again.store.orders.read('2')).toEqual(code);
  });

  it.each(['used', 'expired', 'destroyed', 'available'])(
    'goes with its code when the server says that it is %s',
    async (status) => {
      const phone = await redeemed();
      await read(phone, [item(3), item(1)], item(2, { status }));
      expect(phone.rows()).toEqual(['3', '1']);
      expect(phone.store.orders.read('2')).toBeNull();
      expect(open(phone.storage).store.orders.items).toEqual([]);
    },
  );

  it('is read again where the list calls it free: the list may be older than the order', async () => {
    const phone = await redeemed();
    await read(phone, [item(3), item(2), item(1)], item(2, { status: 'held' }));
    expect(phone.rows()[0]).toBe('2 待使用');
    expect(phone.store.orders.read('2')).toEqual(code);
  });

  it('K1 is read again where its own page calls it free, and its code stays until the answer', async () => {
    const phone = await redeemed();
    const before = phone.client.asked.length;
    phone.store.orders.learn(item(2));
    expect(phone.store.orders.read('2')).toEqual(code);
    expect(phone.client.asked.slice(before).map(({ endpoint }) => endpoint)).toEqual([ITEM]);
    await phone.client.last.answer(item(2, { status: 'held' }));
    expect(phone.store.orders.read('2')).toEqual(code);
  });

  it('keeps a new code from an answer to a question that was asked before', async () => {
    const phone = await redeemed();
    void phone.store.pages.refresh();
    await phone.client.last.answer({ items: [] });
    phone.store.orders.ask(item(2));
    phone.store.orders.keep('2', { ...code, code: 'AAAA-BBBB-CCCC' });
    await phone.client.last.answer(item(2));
    expect(phone.store.orders.read('2')?.code).toBe('AAAA-BBBB-CCCC');
  });

  it('keeps its code from an answer to a question that is older than what its own page told', async () => {
    const phone = await redeemed();
    void phone.store.pages.refresh();
    await phone.client.last.answer({ items: [] });
    const older = phone.client.last;
    phone.store.receive(item(2, { status: 'held' }));
    await older.answer(item(2));
    expect(phone.store.orders.read('2')).toEqual(code);
    expect(phone.rows()).toEqual(['2 待使用']);
  });

  it.each([network, { kind: 'timeout' } as const, api(500), { kind: 'http', status: 404 } as const])(
    'stays when the question about it fails by %j',
    async (failure) => {
      const phone = await redeemed();
      void phone.store.pages.refresh();
      await phone.client.last.answer({ items: [] });
      await phone.client.last.fail(failure);
      expect(phone.rows()).toEqual(['2 待使用']);
    },
  );

  it.each([api(404), api(403), api(500, '无权访问')])(
    'that is out of the person’s reach (%j) goes from the list, its code not before its order must be over',
    async (failure) => {
      const phone = await redeemed();
      void phone.store.pages.refresh();
      await phone.client.last.answer({ items: [] });
      await phone.client.last.fail(failure);
      expect(phone.rows()).toEqual([]);
      expect(phone.store.orders.read('2')).toEqual(code);

      phone.service.clock.learn(code.expires_at, phone.time.now());
      void phone.store.pages.refresh();
      await phone.client.last.answer({ items: [] });
      await phone.client.last.fail(failure);
      expect(phone.store.orders.read('2')).toBeNull();
    },
  );

  it('whose code was kept by an earlier version is found by asking', async () => {
    const { storage } = await redeemed();
    for (const key of storage.keys()) if (key.includes('/order.')) storage.remove(key);
    const again = open(storage);
    await again.client.last.answer({ items: [] });
    await again.client.last.answer(item(2, { status: 'held' }));
    expect(again.rows()).toEqual(['2 待使用']);
  });
});

describe('I2 an item in an order', () => {
  it('stands on top where the list says so, and is not asked about', async () => {
    const phone = open();
    await phone.client.last.answer({ items: [item(3), item(2, { status: 'locked' }), item(1)] });
    expect(phone.rows()).toEqual(['2 待使用', '3', '1']);
    expect(phone.client.asked).toHaveLength(1);
  });

  it('stands on top once its own page has told, though no list has it', async () => {
    const phone = open();
    await phone.client.last.answer({ items: [item(3)] });
    phone.store.receive(item(2, { status: 'held' }));
    expect(phone.rows()).toEqual(['2 待使用', '3']);
    phone.store.receive(item(2, { status: 'used' }));
    expect(phone.rows()).toEqual(['3']);
  });

  it('is not shown to another person, nor is its code', async () => {
    const phone = await redeemed();
    phone.signOut();
    phone.signIn('32');
    expect(phone.storage.keys().filter((key) => /redeem\.|order\./.test(key))).toEqual([]);
  });
});

describe('I1 what is over', () => {
  it('shows so by itself while the page stands open', async () => {
    const phone = open();
    const at = (ms: number): string => new Date(NOW + ms).toISOString();
    const ends = [item(2, { expires_at: at(3_600_000) }), item(1, { expires_at: at(10 * 86_400_000) })];
    await phone.client.last.answer({ items: ends });
    expect(phone.store.rows.map(({ near }) => near)).toEqual([true, false]);
    expect(phone.store.rows[0]?.expiry_text).toBe('今天 15:00 到期');
    await phone.time.advance(3_600_000);
    expect(phone.store.rows[0]).toMatchObject({ near: false, expiry_text: '已过期' });
    await phone.time.advance(3 * 86_400_000);
    expect(phone.store.rows[1]).toMatchObject({ near: true, expiry_text: '还有 7 天到期' });
  });

  it('is shown anew when the clock is put right', async () => {
    const phone = open();
    await phone.client.last.answer({
      items: [item(2, { expires_at: new Date(NOW + 60_000).toISOString() })],
    });
    phone.service.clock.learn(NOW + 120_000, phone.time.now());
    expect(phone.store.rows[0]?.expiry_text).toBe('已过期');
  });

  it('is asked for again after the clock was put back, not after as many days', async () => {
    const phone = open();
    phone.service.clock.learn(NOW + 700 * 86_400_000, phone.time.now());
    await phone.client.last.answer({ items: [item(1)] });
    phone.service.clock.doubt();
    phone.service.clock.learn(NOW, phone.time.now());
    await settle();
    void phone.store.show();
    expect(phone.client.asked).toHaveLength(2);
  });

  it('and what is new go by the corrected clock: an item noted by a wrong one is not new for years', async () => {
    const phone = open();
    await phone.client.last.answer({ items: [item(1)] });
    phone.service.clock.learn(NOW + 700 * 86_400_000, phone.time.now());
    await read(phone, [item(2), item(1)]);
    expect(phone.store.new_count).toBe(1);
    phone.service.clock.doubt();
    phone.service.clock.learn(NOW, phone.time.now());
    expect(phone.store.new_count).toBe(0);
  });
});
