// Items in words: the backend's own, else ours, else a neutral one; never a code.
import {
  isOver,
  itemStatus,
  itemTypeText,
  rarityText,
  rarityTone,
} from '../../../miniprogram/format/item-words';

test.each([
  [{ item_type: 'voucher' }, '优惠券'],
  [{ item_type: 'voucher', item_type_display: '代金券' }, '代金券'],
  [{ item_type: 'collectible', item_type_display: 'collectible' }, '收藏品'],
  [{ item_type: 'voucher', item_type_display: null }, '优惠券'],
  [{ item_type: 'hologram' }, '物品'],
  [{ item_type: 'hologram', item_type_display: '全息卡' }, '全息卡'],
])('the type of %j reads %s', (item, text) => {
  expect(itemTypeText(item)).toBe(text);
});

test.each([
  [{ status: 'available' }, '可使用', 'ok'],
  [{ status: 'held' }, '待使用', 'brand'],
  [{ status: 'held', status_display: '锁定中' }, '待使用', 'brand'],
  [{ status: 'destroyed' }, '已作废', 'off'],
  [{ status: 'frozen' }, '状态未知', 'off'],
  [{ status: 'frozen', status_display: ' ' }, '状态未知', 'off'],
  [{ status: 'frozen', status_display: '已冻结' }, '已冻结', 'off'],
])('the status of %j reads %s', (item, text, tone) => {
  expect(itemStatus(item)).toEqual({ text, tone });
});

test('an unknown rarity looks common and has no word of ours', () => {
  expect(rarityTone('mythic')).toBe('common');
  expect(rarityText({ rarity_code: 'mythic' })).toBe('');
  expect(rarityText({ rarity_code: 'mythic', rarity_code_display: '神话' })).toBe('神话');
  expect(rarityText({ rarity_code: 'epic' })).toBe('史诗');
});

test('names of objects’ own members are no known values', () => {
  expect(itemTypeText({ item_type: 'constructor' })).toBe('物品');
  expect(itemStatus({ status: 'toString' })).toEqual({ text: '状态未知', tone: 'off' });
  expect(rarityTone('valueOf')).toBe('common');
});

test('an unknown status is not over', () => {
  expect(isOver('frozen')).toBe(false);
  expect(['used', 'expired', 'destroyed'].every(isOver)).toBe(true);
});
