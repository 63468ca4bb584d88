// The words and colours that item replies carry, and what may be done with an item.
import type { Profile } from '../../profile';
import type { Item, ItemStatus } from './items';

interface Word {
  display: string;
  color: string | null;
}

const STATUS: Record<ItemStatus, Word> = {
  available: { display: '可使用', color: '#52c41a' },
  locked: { display: '锁定中', color: '#faad14' },
  used: { display: '已使用', color: '#999999' },
  expired: { display: '已过期', color: '#ff4d4f' },
  destroyed: { display: '已销毁', color: '#999999' },
};

// The deployed backend's dictionary lacks the other types: it shows their code without a colour.
const TYPE: Readonly<Record<string, Word>> = {
  voucher: { display: '优惠券', color: '#1890ff' },
  product: { display: '实物商品', color: '#52c41a' },
};

const RARITY: Readonly<Record<string, Word>> = {
  common: { display: '普通', color: '#999999' },
  uncommon: { display: '优良', color: '#52c41a' },
  rare: { display: '稀有', color: '#1890ff' },
  epic: { display: '史诗', color: '#722ed1' },
  legendary: { display: '传说', color: '#fa8c16' },
};

const plain = (code: string): Word => ({ display: code, color: null });
export const statusDisplay = (status: ItemStatus): Word => STATUS[status];
export const typeDisplay = (type: string): Word => TYPE[type] ?? plain(type);
export const rarityDisplay = (rarity: string): Word => RARITY[rarity] ?? plain(rarity);

/** The profile's word for a status: the deployed backend says `held` for `locked`. */
export function statusWord(profile: Profile, status: ItemStatus): string {
  return profile === 'deployed' && status === 'locked' ? 'held' : status;
}

/** Reads a status as either profile writes it. */
export function statusFromWord(word: string): ItemStatus | undefined {
  const known = word === 'held' ? 'locked' : word;
  return (Object.keys(STATUS) as ItemStatus[]).find((status) => status === known);
}

const BY_TYPE: Readonly<Record<string, readonly string[]>> = { voucher: ['redeem'], product: ['redeem'] };

/** What its owner may do: vouchers and products are redeemed at the counter, the rest is used. A locked item keeps it. */
export function actionsOf(item: Pick<Item, 'item_type' | 'status'>): readonly string[] {
  if (item.status !== 'available' && item.status !== 'locked') return [];
  return BY_TYPE[item.item_type] ?? ['use'];
}
