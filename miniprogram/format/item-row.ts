// One item as its card in the list shows it: flat, so that a change is one field of one row.
import type { Item } from '../../typings/v4/backpack';
import type { Row } from './chunks';
import { deadlineWords, isSoon } from './deadline';
import { offeredActions } from './item-actions';
import { isOver, itemName, itemStatus, itemTypeText, rarityText, rarityTone, typeIcon } from './item-words';
import type { RarityTone, StatusTone } from './item-words';
import { formatDate, parseWireTime } from './time';
import { nameText } from './unicode';

/** No field is ever undefined: setData drops those and the old value would stay. */
export interface ItemRow extends Row {
  item_id: string;
  /** Up to what was searched for, that itself, and the rest. */
  item_name: string;
  name_found: string;
  name_rest: string;
  /** Of its type, where there is no picture. */
  icon: string;
  image_url: string;
  merchant_name: string;
  type_text: string;
  /** Empty for what is common. */
  rarity_text: string;
  rarity_tone: RarityTone;
  /** Empty where the list's heading says it. */
  state_text: string;
  state_tone: StatusTone;
  /** Used, expired, destroyed: shown faint. */
  over: boolean;
  expiry_text: string;
  /** Ends within seven days. */
  near: boolean;
  is_new: boolean;
  /** What its button does: `redeem | show_code`; empty without one. */
  action: 'redeem' | 'show_code' | '';
  /** All of it, for who hears it. */
  label: string;
}

/** What a card shows before it is told its item. */
export const blankRow: ItemRow = {
  row_key: '',
  item_id: '',
  item_name: '',
  name_found: '',
  name_rest: '',
  icon: 'gift',
  image_url: '',
  merchant_name: '',
  type_text: '',
  rarity_text: '',
  rarity_tone: 'common',
  state_text: '',
  state_tone: 'off',
  over: false,
  expiry_text: '',
  near: false,
  is_new: false,
  action: '',
  label: '',
};

/** Where the row stands. */
export interface RowContext {
  /** What was searched for; empty for nothing. */
  found: string;
  says_state: boolean;
}
const PLAIN: RowContext = { found: '', says_state: false };

/** When it ends, said at the card's foot: of what was used nothing, as the list does not say when that was. */
function expiry(item: Item, now: number): Pick<ItemRow, 'expiry_text' | 'near'> {
  const deadline = parseWireTime(item.expires_at);
  const near = !isOver(item.status) && isSoon(deadline, now);
  if (item.status === 'used') return { expiry_text: '', near };
  if (deadline === null) return { expiry_text: item.item_type === 'collectible' ? '长期有效' : '', near };
  if (isOver(item.status)) return { expiry_text: `${formatDate(deadline)} 到期`, near };
  return { expiry_text: deadlineWords(deadline, now).text, near };
}

/** Vouchers have a button: they are what people come to use. */
function actionOf(item: Item): ItemRow['action'] {
  const [action] = offeredActions(item);
  if (action === 'show_code') return action;
  return action === 'redeem' && item.item_type === 'voucher' ? action : '';
}

function named(item: Item, found: string): Pick<ItemRow, 'item_name' | 'name_found' | 'name_rest'> {
  const name = itemName(item);
  const at = found === '' ? -1 : name.toLowerCase().indexOf(found.toLowerCase());
  if (at < 0) return { item_name: name, name_found: '', name_rest: '' };
  const end = at + found.length;
  return { item_name: name.slice(0, at), name_found: name.slice(at, end), name_rest: name.slice(end) };
}

/**
 * @param now epoch ms on the server's clock
 * @param is_new whether the mark is to stand on it
 */
export function itemRow(item: Item, now: number, is_new: boolean, context = PLAIN): ItemRow {
  const status = itemStatus(item);
  const over = isOver(item.status);
  const merchant_name = nameText(item.merchant_name, '');
  const rarity_text = rarityText(item);
  const ends = expiry(item, now);
  // A status that nobody knows has no heading that would say it.
  const says_state = context.says_state || (item.status !== 'available' && status.tone === 'off');
  const marked = is_new && !over;
  const said = [
    itemName(item),
    marked ? '新' : '',
    status.text,
    ends.expiry_text,
    merchant_name,
    rarity_text,
  ];
  return {
    row_key: item.item_id,
    item_id: item.item_id,
    ...named(item, context.found),
    icon: typeIcon(item.item_type),
    image_url: item.image_url ?? '',
    merchant_name,
    type_text: itemTypeText(item),
    rarity_text,
    rarity_tone: rarityTone(item.rarity_code),
    state_text: says_state ? status.text : '',
    state_tone: status.tone,
    over,
    ...ends,
    is_new: marked,
    action: actionOf(item),
    label: [...said, itemTypeText(item)].filter((word) => word !== '').join('，'),
  };
}
