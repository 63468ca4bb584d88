// What the backpack must not mix up: answers that are out of date, codes without room, and what nobody has seen yet.
import { BackpackStore } from '../../../../miniprogram/stores/backpack/backpack';
import { backpackFields } from '../../../../miniprogram/stores/backpack/backpack-view';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import { createFakeService } from '../../../support/fake-service';
import { phoneOf } from '../../../support/fake-phone';
import { createFakeTime, settle } from '../../../support/fake-time';
import { item, items, NOW } from './kit';
import { filled, setUp, shown } from './world';

const code = { redemption_order_id: 'o', code: 'KX4M-7TSA-H5W2', expires_at: NOW + 86_400_000 };
const newer = { ...code, redemption_order_id: 'p', code: 'AAAA-BBBB-CCCC' };

async function orders() {
  const phone = await filled([item(3), item(2), item(1)]);
  return { ...phone, orders: phone.store.orders };
}

describe('an answer that was asked for before', () => {
  test('a code came does not take the code away', async () => {
    const { orders: known } = await orders();
    known.ask(item(2));
    const mark = known.mark('2');
    known.keep('2', code);
    known.settle(item(2), mark);
    expect(known.read('2')).toEqual(code);
  });

  test('the question for a code was over does not say that there is no order', async () => {
    const { orders: known } = await orders();
    known.ask(item(2));
    const mark = known.mark('2');
    known.asked('2');
    known.settle(item(2), mark);
    expect(known.items.map(({ item_id }) => item_id)).toEqual(['2']);
  });

  test('the order was over does not bring it back', async () => {
    const { orders: known } = await orders();
    known.ask(item(2));
    known.keep('2', code);
    const mark = known.mark('2');
    known.release('2');
    known.settle(item(2, { status: 'held' }), mark);
    expect([known.items, known.read('2')]).toEqual([[], null]);
  });

  test('a new code came does not take its item off the list where it says that there is none', async () => {
    const { orders: known, client } = await orders();
    known.ask(item(2));
    known.keep('2', code);
    void known.compare([]);
    known.ask(item(2));
    known.keep('2', newer);
    await client.last.fail({ kind: 'api', status: 404, code: 'NOT_FOUND', message: '' });
    expect(known.items.map(({ item_id }) => item_id)).toEqual(['2']);
  });
});

test('an item in an order is asked about once at a time, and again by the next list', async () => {
  const { orders: known, client } = await orders();
  known.ask(item(2));
  known.keep('2', code);
  const before = client.asked.length;
  void known.compare([]);
  void known.compare([]);
  await settle();
  expect(client.asked).toHaveLength(before + 1);
  await client.last.answer(item(2, { status: 'held' }));
  void known.compare([]);
  expect(client.asked).toHaveLength(before + 2);
});

test('the order that was made last is first, and one that a list told is there after a restart', async () => {
  const { orders: known, storage, store, client } = await orders();
  known.ask(item(2));
  known.ask(item(1));
  expect(known.items.map(({ item_id }) => item_id)).toEqual(['1', '2']);
  void store.pages.refresh();
  await client.last.answer({ items: ['1', '2', '3'].map((id) => item(id, { status: 'locked' })) });
  const again = setUp(storage);
  expect(again.store.orders.items.map(({ item_id }) => item_id).sort()).toEqual(['1', '2', '3']);
});

test('a code for which there is no room is known while the app runs, and kept as soon as there is', async () => {
  const { orders: known, storage } = await orders();
  known.keep('2', code);
  storage.limit = 0;
  expect(known.keep('2', newer)).toBe(false);
  expect([known.read('2'), known.hasCode('2'), known.save('2')]).toEqual([newer, true, false]);
  storage.limit = Infinity;
  expect(known.save('2')).toBe(true);
  expect(setUp(storage).store.orders.read('2')).toEqual(newer);
  expect([known.keep('2', code), known.read('2')]).toEqual([true, code]);
  storage.limit = 0;
  known.keep('2', newer);
  known.drop('2');
  expect([known.read('2'), known.hasCode('2')]).toEqual([null, false]);
});

describe('what was read', () => {
  test('is all read again behind what shows, the lists of a status too', async () => {
    const { store, client } = await filled(items(40, 21), 40);
    await client.last.answer({ items: items(40, 1) });
    await client.last.answer({ items: [] });
    const before = client.asked.length;
    void store.refresh();
    await client.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    expect(client.asked.slice(before).map(({ query }) => query['status'])).toEqual([
      ...[undefined, 'available', 'locked'],
    ]);
  });

  test('tells how many wait only once all of them are known', async () => {
    const { store, client, storage } = await filled([item(40, { status: 'locked' }), ...items(39, 21)], 40);
    const says = (one: BackpackStore) => backpackFields(() => one)['waiting_text']?.();
    expect(says(store)).toBe('');
    await client.last.answer({ items: items(39, 1) });
    await client.last.answer({ items: [40, 41].map((id) => item(id, { status: 'locked' })) });
    expect(says(store)).toBe('2');
    expect(store.orders.items.map(({ item_id }) => item_id)).toContain('41');
    expect(says(setUp(storage).store)).toBe('');
  });

  test('before and is known better by now is shown as it is now', async () => {
    const { storage } = await filled(items(40, 1));
    const { store, client } = setUp(storage);
    await client.last.answer({ items: items(40, 21), pagination: { total: 40, total_pages: 2 } });
    expect(shown(store)).toContain('5');
    store.receive(item(5, { status: 'used' }));
    expect(shown(store)).not.toContain('5');
  });

  test('and can be used is what is kept for the next start', async () => {
    const over = items(90, 20).map((one) => ({ ...one, status: 'used' }));
    const { storage } = await filled([...over, item(1)]);
    expect(shown(setUp(storage).store)).toEqual(['1']);
  });

  test('of a pane that is not of what can be used ends soon for nobody', async () => {
    const { store } = await filled([item(1, { status: 'locked', expires_at: '2026-11-24 18:00:00' })]);
    store.look({ pane: 'waiting' });
    expect(store.soon_count).toBe(0);
  });
});

describe('an item that this phone meets first', () => {
  test('in the list of a status is not therefore new', async () => {
    const { store, client } = await filled(items(40, 21), 60);
    await client.last.answer({ items: [item(15), ...items(40, 21)] });
    expect(store.new_count).toBe(0);
  });

  test('while the list stands before the person counts no more, and keeps its mark', async () => {
    const phone = createFakeService(createFakeTime(NOW));
    const own = perPerson(
      phone.service,
      phoneOf(createFakeTime()),
      (person) => new BackpackStore(person, () => true),
    );
    phone.signIn();
    const store = own.current;
    await phone.client.last.answer({ items: items(2, 1) });
    void store?.pages.refresh();
    await phone.client.last.answer({ items: items(3, 1) });
    expect([store?.new_count, store?.rows.map(({ is_new }) => is_new)]).toEqual([0, [true, false, false]]);
  });
});
