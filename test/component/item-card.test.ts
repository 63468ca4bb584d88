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

test('says name, rarity, type, merchant, what ends soon, and how to use it', () => {
  expect(card({ rarity_code: 'rare', expires_at: '2026-11-24 20:00:00' }).text).toEqual([
    '拿铁咖啡券',
    '稀有',
    '优惠券',
    '山茶咖啡',
    '还有 2 天到期',
    '去使用',
  ]);
});

test('marks what is new', () => {
  expect(card({}, true).count('.new')).toBe(1);
  expect(card({}, false).count('.new')).toBe(0);
});

test('shows what is over as over, with nothing to do', () => {
  const used = card({ status: 'used' });
  expect([used.count('.card-over'), used.count('.act')]).toEqual([1, 0]);
});

test('shows unknown types, statuses and rarities without their codes', () => {
  const odd = card({ item_type: 'hologram', status: 'frozen', rarity_code: 'mythic', merchant_name: null });
  expect(odd.text).toEqual(['拿铁咖啡券', '状态未知', '物品']);
});

test('a tap tells which item, its id whole', async () => {
  const one = card({});
  const opened = one.heard('open');
  one.tap('.main');
  await one.settle();
  expect(opened).toEqual([{ item_id: '9007199254740993' }]);
});

test('its button tells what is to be done, and opens nothing else', async () => {
  const one = card({ status: 'locked' });
  const [opened, acted] = [one.heard('open'), one.heard('act')];
  one.tap('.act');
  await one.settle();
  expect(acted).toEqual([{ item_id: '9007199254740993', action: 'show_code' }]);
  expect(opened).toEqual([]);
});

test('follows its row when that changes', () => {
  const one = card({});
  one.set({ row: itemRow(item(1, { item_name: '雨伞', status: 'held' }), NOW, false) });
  expect(one.text).toEqual(['雨伞', '优惠券', '看券码']);
});
