// What the item page shows, as flat values: pure of the item and the moment.
import { tableOf } from '../../../format/lookup';
import type { Item } from '../../../../typings/v4/backpack';
import { groupedAmount } from '../../../format/amount';
import { deadlineWords } from '../../../format/deadline';
import type { DeadlineTone } from '../../../format/deadline';
import {
  isHeld,
  itemName,
  itemStatus,
  itemTypeText,
  rarityText,
  rarityTone,
} from '../../../format/item-words';
import type { RarityTone, StatusTone } from '../../../format/item-words';
import { formatMinute, parseWireTime } from '../../../format/time';
import { nameText, visibleText } from '../../../format/unicode';
import { offeredActions } from './item-actions';
import type { OfferedAction } from './item-actions';

/** Every field is set, so that nothing of another item stays behind. */
export interface ItemView {
  item_name: string;
  item_type: string;
  image_url: string;
  type_text: string;
  status_text: string;
  status_tone: StatusTone;
  rarity_text: string;
  rarity_tone: RarityTone;
  description: string;
  tracking_code: string;
  merchant_name: string;
  expiry_text: string;
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
  type_text: '',
  status_text: '',
  status_tone: 'off',
  rarity_text: '',
  rarity_tone: 'common',
  description: '',
  tracking_code: '',
  merchant_name: '',
  expiry_text: '',
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

/** Nothing is said where the backend says nothing: an item without an end is not promised to last. */
function expiry(item: Item, now: number): Pick<ItemView, 'expiry_text' | 'expiry_tone'> {
  const deadline = parseWireTime(item.expires_at);
  if (deadline === null) return { expiry_text: '', expiry_tone: 'none' };
  if (item.status === 'used' || item.status === 'destroyed') {
    return { expiry_text: formatMinute(deadline), expiry_tone: 'none' };
  }
  const { text, tone } = deadlineWords(deadline, now);
  const exact = formatMinute(deadline);
  const near = tone === 'soon' || tone === 'over';
  return { expiry_text: near ? `${text}（${exact}）` : text, expiry_tone: tone };
}

function edition({ serial_number, edition_total }: Item): string {
  if (typeof serial_number !== 'number') return '';
  return typeof edition_total === 'number'
    ? `第 ${serial_number} 件，共 ${edition_total} 件`
    : `第 ${serial_number} 件`;
}

const overWords = tableOf<string>({
  used: '该物品已使用',
  expired: '该物品已过期，不能再使用',
  destroyed: '该物品已失效',
});

function noActionText(item: Item): string {
  if (item.is_owner === false) return '这是他人的物品，仅可查看';
  const over = overWords[item.status];
  if (over !== undefined) return over;
  if (isHeld(item.status)) return '物品已锁定，暂时不能操作';
  return item.status === 'available' ? '该物品暂无可用的操作' : '当前状态暂不支持操作，如有疑问请联系客服';
}
