// One item as its card in the list shows it: flat, so that a change is one field of one row.
import type { Item } from '../../typings/v4/backpack';
import type { Row } from './chunks';
import { deadlineWords, isSoon } from './deadline';
import { isOver, itemName, itemStatus, itemTypeText, rarityText, rarityTone, typeIcon } from './item-words';
import type { RarityTone, StatusTone } from './item-words';
import { parseWireTime } from './time';
import { nameText } from './unicode';

/** No field is ever undefined: setData drops those and the old value would stay. */
export interface ItemRow extends Row {
  item_id: string;
  item_name: string;
  /** Of its type, where there is no picture. */
  icon: string;
  image_url: string;
  merchant_name: string;
  type_text: string;
  rarity_text: string;
  rarity_tone: RarityTone;
  status_text: string;
  status_tone: StatusTone;
  /** Used, expired, destroyed: shown faint. */
  over: boolean;
  /** Why it cannot be used now, or ends soon; empty without either. */
  badge_text: string;
  badge_tone: 'warn' | 'danger' | '';
  expiry_text: string;
  is_new: boolean;
}

/** What a card shows before it is told its item. */
export const blankRow: ItemRow = {
  row_key: '',
  item_id: '',
  item_name: '',
  icon: 'gift',
  image_url: '',
  merchant_name: '',
  type_text: '',
  rarity_text: '',
  rarity_tone: 'common',
  status_text: '',
  status_tone: 'off',
  over: false,
  badge_text: '',
  badge_tone: '',
  expiry_text: '',
  is_new: false,
};

/** The badge that a customer must not miss (ux: locked, and expiring within 7 days). */
function badgeOf(item: Item, now: number): Pick<ItemRow, 'badge_text' | 'badge_tone'> {
  const deadline = parseWireTime(item.expires_at);
  if (item.status === 'available' && isSoon(deadline, now)) {
    const words = deadlineWords(deadline, now);
    return { badge_text: words.text, badge_tone: words.tone === 'today' ? 'danger' : 'warn' };
  }
  const status = itemStatus(item);
  return status.tone === 'warn'
    ? { badge_text: status.text, badge_tone: 'warn' }
    : { badge_text: '', badge_tone: '' };
}

/**
 * @param now epoch ms on the server's clock
 * @param is_new whether the person has not opened it yet
 */
export function itemRow(item: Item, now: number, is_new: boolean): ItemRow {
  const status = itemStatus(item);
  const badge = badgeOf(item, now);
  const over = isOver(item.status);
  const deadline = parseWireTime(item.expires_at);
  const says_expiry = !over && deadline !== null && badge.badge_text === '';
  return {
    row_key: item.item_id,
    item_id: item.item_id,
    item_name: itemName(item),
    icon: typeIcon(item.item_type),
    image_url: item.image_url ?? '',
    merchant_name: nameText(item.merchant_name, ''),
    type_text: itemTypeText(item),
    rarity_text: rarityText(item),
    rarity_tone: rarityTone(item.rarity_code),
    status_text: status.text,
    status_tone: status.tone,
    over,
    ...badge,
    expiry_text: says_expiry ? deadlineWords(deadline, now).text : '',
    is_new: is_new && !over,
  };
}
