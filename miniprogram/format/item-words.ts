// The words and tones for an item's type, status and rarity: what the backend says for people if it says it, else our
// word for a known value, else a neutral one. An unknown value never shows as code.
import type { Item } from '../../typings/v4/backpack';
import { tableOf } from './lookup';
import { nameText } from './unicode';

/** Which colours a status takes; the words carry the meaning, never the colour alone. */
export type StatusTone = 'ok' | 'brand' | 'off';
export type RarityTone = 'common' | 'uncommon' | 'rare' | 'epic' | 'legendary';

const typeWords = tableOf<string>({
  voucher: '优惠券',
  product: '实物商品',
  collectible: '收藏品',
  service: '服务',
});

const statusWords = tableOf<{ text: string; tone: StatusTone }>({
  available: { text: '可使用', tone: 'ok' },
  locked: { text: '待使用', tone: 'brand' },
  held: { text: '待使用', tone: 'brand' },
  used: { text: '已使用', tone: 'off' },
  expired: { text: '已过期', tone: 'off' },
  destroyed: { text: '已作废', tone: 'off' },
});

const rarityWords: Record<RarityTone, string> = {
  common: '普通',
  uncommon: '优良',
  rare: '稀有',
  epic: '史诗',
  legendary: '传说',
};

/** The text sent for people, unless it is missing or only repeats the code (`collectible` for collectible). */
function sentText(display: string | null | undefined, code: string): string | undefined {
  const text = nameText(display, '');
  return text === '' || text === code ? undefined : text;
}

/** What an item is called. */
export const itemName = ({ item_name }: Pick<Item, 'item_name'>): string => nameText(item_name, '未命名物品');

/** `优惠券`; `物品` for a type nobody knows. */
export function itemTypeText(item: Pick<Item, 'item_type' | 'item_type_display'>): string {
  return sentText(item.item_type_display, item.item_type) ?? typeWords[item.item_type] ?? '物品';
}

/** Word and tone of a status: ours where we know it, so that it is the word of the tab that the item stands under; `状态未知` for one nobody knows. */
export function itemStatus(item: Pick<Item, 'status' | 'status_display'>): {
  text: string;
  tone: StatusTone;
} {
  const known = statusWords[item.status];
  return {
    text: known?.text ?? sentText(item.status_display, item.status) ?? '状态未知',
    tone: known?.tone ?? 'off',
  };
}

/** Whether nothing can come of an item any more. An unknown status is not over: only its word is unknown. */
export function isOver(status: Item['status']): boolean {
  return status === 'used' || status === 'expired' || status === 'destroyed';
}

const isRarity = (code: string): code is RarityTone => Object.keys(rarityWords).includes(code);

/** The tone an item is shown in; one nobody knows is `common`. */
export function rarityTone(code: Item['rarity_code']): RarityTone {
  return isRarity(code) ? code : 'common';
}

/** `传说`; empty for what is common, and for a rarity nobody knows and nobody named. */
export function rarityText(item: Pick<Item, 'rarity_code' | 'rarity_code_display'>): string {
  if (item.rarity_code === 'common') return '';
  const word = isRarity(item.rarity_code) ? rarityWords[item.rarity_code] : '';
  return sentText(item.rarity_code_display, item.rarity_code) ?? word;
}

/** Icon of a known type; a parcel's for any other. */
const typeIcons = tableOf<string>({
  voucher: 'coupon',
  product: 'shop',
  collectible: 'star',
  service: 'service',
});

/** The sign of an item that has no picture. */
export const typeIcon = (item_type: string): string => typeIcons[item_type] ?? 'gift';

/** True while an order may hold the item (`held` is how the deployed backend says `locked`). */
export function isHeld(status: Item['status']): boolean {
  return status === 'locked' || status === 'held';
}
