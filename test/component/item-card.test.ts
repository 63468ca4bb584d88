// An item's card: what it says, what it leaves out, and where a tap leads.
import { itemRow } from '../../miniprogram/format/item-row';
import { item, NOW } from '../unit/stores/backpack/kit';
import { mount } from './support/mount';

const card = (more: Parameters<typeof item>[1], is_new = false) =>
  mount('components/item-card/item-card', {
    row: itemRow(
      item('9007199254740993', { item_name: '拿铁咖啡券', merchant_name: '山茶咖啡', ...more }),
      NOW,
      is_new,
    ),
  });

test('says name, rarity, type, what ends soon, and merchant', () => {
  expect(card({ rarity_code: 'rare', expires_at: '2026-11-24 20:00:00' }).text).toEqual([
    '拿铁咖啡券',
    '稀有',
    '兑换券',
    '还有 2 天到期',
    '山茶咖啡',
  ]);
});

test('marks what is new', () => {
  expect(card({}, true).count('.new')).toBe(1);
  expect(card({}, false).count('.new')).toBe(0);
});

test('shows what is over as over', () => {
  const used = card({ status: 'used' });
  expect(used.count('.card-over')).toBe(1);
  expect(used.text).toContain('已使用');
});

test('shows unknown types, statuses and rarities without their codes', () => {
  const odd = card({ item_type: 'hologram', status: 'frozen', rarity_code: 'mythic', merchant_name: null });
  expect(odd.text).toEqual(['拿铁咖啡券', '物品']);
});

test('a tap tells which item, its id whole', async () => {
  const one = card({});
  const opened = one.heard('open');
  one.tap('.card');
  await one.settle();
  expect(opened).toEqual([{ item_id: '9007199254740993' }]);
});

test('follows its row when that changes', () => {
  const one = card({});
  one.set({ row: itemRow(item(1, { item_name: '雨伞', status: 'held' }), NOW, false) });
  expect(one.text).toEqual(['雨伞', '普通', '兑换券', '已锁定']);
});
