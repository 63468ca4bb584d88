// What an item's page says: of its end, its worth, its edition, and why there is no button.
import type { Item } from '../../../../typings/v4/backpack';
import { emptyItemView, itemView } from '../../../../miniprogram/packages/member/format/item-view';
import { ITEM } from './kit';

const NOW = Date.parse('2026-11-22T10:00:00+08:00');
const view = (more: Partial<Item> = {}) => itemView({ ...ITEM, ...more }, NOW);

test('an item with nothing but what it must have says that, and nothing else', () => {
  expect(view()).toEqual({
    ...emptyItemView,
    ...{ item_name: '手冲咖啡兑换券', item_type: 'voucher', tracking_code: 'TRK-V-1' },
    ...{ type_text: '优惠券', status_text: '可使用', status_tone: 'ok' },
    ...{ rarity_text: '稀有', rarity_tone: 'rare', main_action: 'redeem' },
  });
});

test('an item says all that the backend tells of it', () => {
  expect(
    view({
      ...{ item_description: ' 含豆 ', merchant_name: '街角咖啡', acquired_at: '2026-11-01T12:34:00+08:00' },
      ...{ item_value: 12_800, serial_number: 7, edition_total: 100 },
    }),
  ).toMatchObject({
    ...{ description: '含豆', merchant_name: '街角咖啡', acquired_text: '2026-11-01 12:34' },
    ...{ value_text: '12,800 积分', edition_text: '第 7 件，共 100 件' },
  });
});

test('a picture is large where it is what people look at, and there is one', () => {
  const image_url = 'https://pictures.example.com/1.png';
  const large = (item_type: string, more: Partial<Item> = {}) => view({ item_type, ...more }).is_large;
  expect([large('product', { image_url }), large('collectible', { image_url })]).toEqual([true, true]);
  expect([large('voucher', { image_url }), large('product'), large('product', { image_url: '' })]).toEqual([
    ...[false, false, false],
  ]);
  expect([view({ item_type: 'product' }).is_product, view({ image_url }).is_product]).toEqual([true, false]);
  expect([view({ image_url }).image_url, view().image_url]).toEqual([image_url, '']);
});

test.each<[string, Partial<Item>]>([
  ['', { item_value: 0 }],
  ['', { item_value: -5 }],
  ['1 积分', { item_value: 1 }],
])('is worth %j at %j', (value_text, more) => {
  expect(view(more).value_text).toBe(value_text);
});

test.each<[string, Partial<Item>]>([
  ['', {}],
  ['', { edition_total: 100 }],
  ['第 7 件', { serial_number: 7 }],
])('an edition is %j at %j', (edition_text, more) => {
  expect(view(more).edition_text).toBe(edition_text);
});

test.each<[string, string, string, string, Partial<Item>]>([
  ['请在 2026-12-31 前使用', '', 'far', 'far away', { expires_at: '2026-12-31T18:00:00+08:00' }],
  ['请在 2026-12-31 前领取', '', 'far', 'of a product', { expires_at: '2026-12-31', item_type: 'product' }],
  [
    ...(['请在 2026-11-22 18:00 前使用', '今天 18:00 到期', 'today', 'today'] as const),
    { expires_at: '2026-11-22T18:00:00+08:00' },
  ],
  [
    '请在 2026-11-20 前使用',
    '已过期',
    'over',
    'over, though its status says otherwise',
    { expires_at: '2026-11-20' },
  ],
  ['', '', 'none', 'of a thing that is used', { expires_at: '2026-12-31', status: 'used' }],
  ['', '', 'none', 'that cannot be read', { expires_at: 'soon' }],
])('its end is said as %j, %j (%s) where it is %s', (expiry_text, left_text, expiry_tone, _when, more) => {
  expect(view(more)).toMatchObject({ expiry_text, left_text, expiry_tone });
});

test.each<[string, Partial<Item>]>([
  ['', {}],
  ['这是他人的物品，仅可查看', { is_owner: false }],
  ['这是他人的物品，仅可查看', { is_owner: false, status: 'used' }],
  ['', { status: 'used' }],
  ['', { status: 'expired' }],
  ['正在待使用中，暂时不能操作', { status: 'locked', item_type: 'collectible' }],
  ['', { item_type: 'hologram' }],
  ['当前状态暂不支持操作，如有疑问请联系客服', { status: 'frozen' }],
])('why there is no button is said as %j at %j', (words, more) => {
  expect(view(more).no_action_text).toBe(words);
});

test('the main button and the lesser one are those that are offered, in their order', () => {
  expect(view({ allowed_actions: ['use', 'redeem'] })).toMatchObject({
    ...{ main_action: 'redeem', other_action: 'use', no_action_text: '' },
  });
  expect(view({ status: 'locked' })).toMatchObject({ main_action: 'show_code', no_action_text: '' });
});
