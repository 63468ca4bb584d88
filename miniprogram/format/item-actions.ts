// What a person may do with an item: what the backend allows, else what the contract's statuses imply (V4 §2.1).
import type { Item } from '../../typings/v4/backpack';
import { isHeld } from './item-words';

/** `show_code`: an order exists, its code can be shown again. */
export type OfferedAction = 'redeem' | 'show_code' | 'use';

/** True when a code may be made or shown for the item, its status aside. */
export function canRedeem(item: Item): boolean {
  if (item.allowed_actions) return item.allowed_actions.includes('redeem');
  return item.item_type === 'voucher' || item.item_type === 'product';
}

/**
 * The actions to offer, the main one first. Actions and statuses that this client does not know offer nothing: the
 * page then says what the status is and leaves it at that. Someone else's item offers nothing.
 */
export function offeredActions(item: Item): OfferedAction[] {
  if (item.is_owner === false) return [];
  if (isHeld(item.status)) return canRedeem(item) || item.has_redemption_code === true ? ['show_code'] : [];
  if (item.status !== 'available') return [];
  const offered: OfferedAction[] = canRedeem(item) ? ['redeem'] : [];
  if (item.allowed_actions ? item.allowed_actions.includes('use') : item.item_type === 'collectible') {
    offered.push('use');
  }
  return offered;
}
