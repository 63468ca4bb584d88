// An item's card: flat, complete, and with the badge that must not be missed.
import { blankRow, itemRow } from '../../../miniprogram/format/item-row';
import { item, NOW } from '../stores/backpack/kit';

const row = (more: Parameters<typeof item>[1], is_new = false) => itemRow(item(1, more), NOW, is_new);

test.each([
  ['2026-11-22 20:00:00', '今天 20:00 到期', true],
  ['2026-11-26 20:00:00', '还有 4 天到期', true],
  ['2027-03-01 00:00:00', '2027-03-01 到期', false],
  [null, '', false],
  ['no time at all', '', false],
])('an item that ends %s', (expires_at, expiry_text, near) => {
  expect(row({ expires_at })).toMatchObject({ expiry_text, near });
});

test('an item in an order says when it ends like any other, its state only where the heading does not', () => {
  const held = item(1, { status: 'held', expires_at: '2026-11-23 20:00:00' });
  const said = { found: '', says_state: true };
  expect(itemRow(held, NOW, false)).toMatchObject({ state_text: '', expiry_text: '明天 20:00 到期' });
  expect(itemRow(held, NOW, false, said)).toMatchObject({ state_text: '待使用', state_tone: 'brand' });
});

test('a used item is faint, not new, and says no end; an expired one says its own', () => {
  const over = { expires_at: '2026-11-20 20:00:00' };
  expect(row({ ...over, status: 'used' }, true)).toMatchObject({
    over: true,
    is_new: false,
    expiry_text: '',
  });
  expect(row({ ...over, status: 'expired' })).toMatchObject({ near: false, expiry_text: '2026-11-20 到期' });
});

test('a status that nobody knows is said, whatever the heading', () => {
  expect(row({ status: 'frozen' }).state_text).toBe('状态未知');
});

test.each([
  [{ item_type: 'voucher' }, 'redeem'],
  [{ item_type: 'voucher', allowed_actions: [] }, ''],
  [{ item_type: 'product' }, ''],
  [{ item_type: 'voucher', status: 'used' }, ''],
  [{ item_type: 'product', status: 'locked' }, 'show_code'],
])('the button of %j is %j', (more, action) => {
  expect(row(more).action).toBe(action);
});

test('what was searched for is found in the name in any case', () => {
  const found = itemRow(item(1, { item_name: '热 Latte 券' }), NOW, false, {
    found: 'latte',
    says_state: true,
  });
  expect([found.item_name, found.name_found, found.name_rest]).toEqual(['热 ', 'Latte', ' 券']);
});

test('J6 who hears a card hears name, new, state, end, merchant, rarity and type, each once', () => {
  const more = {
    item_name: '拿铁',
    merchant_name: '山茶',
    rarity_code: 'rare',
    expires_at: '2026-11-26 20:00:00',
  };
  expect(row(more, true).label).toBe('拿铁，新，可使用，还有 4 天到期，山茶，稀有，优惠券');
});

test('every field of a row is there, so that setData never keeps an old one', () => {
  const bare = row({ image_url: null, merchant_name: null });
  expect(Object.keys(bare).sort()).toEqual(Object.keys(blankRow).sort());
  expect(Object.values(bare)).not.toContain(undefined);
});

test('ids beyond 2^53 stay whole', () => {
  expect(itemRow(item('9007199254740993'), NOW, false).row_key).toBe('9007199254740993');
});
