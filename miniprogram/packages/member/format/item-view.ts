// What the item page shows, as flat values: pure of the item and the moment.
import type { Item } from '../../../../typings/v4/backpack';
import { groupedAmount } from '../../../format/amount';
import { deadlineWords } from '../../../format/deadline';
import type { DeadlineTone } from '../../../format/deadline';
import {
  isHeld,
  isOver,
  itemName,
  itemStatus,
  itemTypeText,
  rarityText,
  rarityTone,
} from '../../../format/item-words';
import type { RarityTone, StatusTone } from '../../../format/item-words';
import { formatDate, formatMinute, parseWireTime } from '../../../format/time';
import { nameText, visibleText } from '../../../format/unicode';
import { offeredActions } from '../../../format/item-actions';
import type { OfferedAction } from '../../../format/item-actions';

/** Every field is set, so that nothing of another item stays behind. */
export interface ItemView {
  item_name: string;
  item_type: string;
  image_url: string;
  /** Its picture is what people look at: shown large. */
  is_large: boolean;
  is_product: boolean;
  type_text: string;
  status_text: string;
  status_tone: StatusTone;
  rarity_text: string;
  rarity_tone: RarityTone;
  description: string;
  tracking_code: string;
  merchant_name: string;
  /** `请在 … 前使用`. */
  expiry_text: string;
  /** `还有 4 天`; empty where the date alone says enough. */
  left_text: string;
  expiry_tone: DeadlineTone;
  acquired_text: string;
  value_text: string;
  edition_text: string;
  /** The main button's action, empty without one. */
  main_action: OfferedAction | '';
  /** The lesser button's. */
  other_action: OfferedAction | '';
  /** Said where there is no button. */
  no_action_text: string;
}

/** Before there is an item. */
export const emptyItemView: ItemView = {
  item_name: '',
  item_type: '',
  image_url: '',
  is_large: false,
  is_product: false,
  type_text: '',
  status_text: '',
  status_tone: 'off',
  rarity_text: '',
  rarity_tone: 'common',
  description: '',
  tracking_code: '',
  merchant_name: '',
  expiry_text: '',
  left_text: '',
  expiry_tone: 'none',
  acquired_text: '',
  value_text: '',
  edition_text: '',
  main_action: '',
  other_action: '',
  no_action_text: '',
};

/** @param now epoch ms on the server's clock */
export function itemView(item: Item, now: number): ItemView {
  const status = itemStatus(item);
  const [main_action = '', other_action = ''] = offeredActions(item);
  const acquired = parseWireTime(item.acquired_at);
  return {
    item_name: itemName(item),
    item_type: item.item_type,
    image_url: item.image_url ?? '',
    is_large: (item.item_type === 'product' || item.item_type === 'collectible') && Boolean(item.image_url),
    is_product: item.item_type === 'product',
    type_text: itemTypeText(item),
    status_text: status.text,
    status_tone: status.tone,
    rarity_text: rarityText(item),
    rarity_tone: rarityTone(item.rarity_code),
    description: visibleText(item.item_description?.trim(), ''),
    tracking_code: item.tracking_code,
    merchant_name: nameText(item.merchant_name, ''),
    ...expiry(item, now),
    acquired_text: acquired === null ? '' : formatMinute(acquired),
    value_text:
      typeof item.item_value === 'number' && item.item_value > 0
        ? `${groupedAmount(item.item_value)} 积分`
        : '',
    edition_text: edition(item),
    main_action,
    other_action,
    no_action_text: main_action === '' ? noActionText(item) : '',
  };
}

/** Nothing is said where the backend says nothing: an item without an end is not promised to last. Nor of what is over. */
function expiry(item: Item, now: number): Pick<ItemView, 'expiry_text' | 'left_text' | 'expiry_tone'> {
  const deadline = parseWireTime(item.expires_at);
  if (deadline === null || isOver(item.status))
    return { expiry_text: '', left_text: '', expiry_tone: 'none' };
  const { text, tone } = deadlineWords(deadline, now);
  const near = tone === 'soon' || tone === 'today';
  const verb = item.item_type === 'product' ? '领取' : '使用';
  return {
    expiry_text: `请在 ${near ? formatMinute(deadline) : formatDate(deadline)} 前${verb}`,
    left_text: near || tone === 'over' ? text : '',
    expiry_tone: tone,
  };
}

function edition({ serial_number, edition_total }: Item): string {
  if (typeof serial_number !== 'number') return '';
  return typeof edition_total === 'number'
    ? `第 ${serial_number} 件，共 ${edition_total} 件`
    : `第 ${serial_number} 件`;
}

/** What is over says so beside its name: only what is not plain is said here. */
function noActionText(item: Item): string {
  if (item.is_owner === false) return '这是他人的物品，仅可查看';
  if (isOver(item.status)) return '';
  if (isHeld(item.status)) return '正在待使用中，暂时不能操作';
  return item.status === 'available' ? '' : '当前状态暂不支持操作，如有疑问请联系客服';
}
