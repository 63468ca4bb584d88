// An item's card: flat, complete, and with the badge that must not be missed.
import { blankRow, itemRow } from '../../../miniprogram/format/item-row';
import { item, NOW } from '../stores/backpack/kit';

const row = (more: Parameters<typeof item>[1], is_new = false) => itemRow(item(1, more), NOW, is_new);

test.each([
  ['2026-11-22 20:00:00', '今天 20:00 到期', 'danger', ''],
  ['2026-11-26 20:00:00', '还有 4 天到期', 'warn', ''],
  ['2027-03-01 00:00:00', '', '', '2027-03-01 到期'],
  [null, '', '', ''],
  ['no time at all', '', '', ''],
])('an item that ends %s', (expires_at, badge_text, badge_tone, expiry_text) => {
  expect(row({ expires_at })).toMatchObject({ badge_text, badge_tone, expiry_text });
});

test('a locked item says so before it says when it ends', () => {
  expect(row({ status: 'held', expires_at: '2026-11-23 20:00:00' })).toMatchObject({
    badge_text: '已锁定',
    badge_tone: 'warn',
  });
});

test('a used item is faint, neither new nor about to expire', () => {
  expect(row({ status: 'used', expires_at: '2026-11-23 20:00:00' }, true)).toMatchObject({
    over: true,
    is_new: false,
    badge_text: '',
    expiry_text: '',
    status_text: '已使用',
  });
});

test('every field of a row is there, so that setData never keeps an old one', () => {
  const bare = row({ image_url: null, merchant_name: null });
  expect(Object.keys(bare).sort()).toEqual(Object.keys(blankRow).sort());
  expect(Object.values(bare)).not.toContain(undefined);
});

test('ids beyond 2^53 stay whole', () => {
  expect(itemRow(item('9007199254740993'), NOW, false).row_key).toBe('9007199254740993');
});
