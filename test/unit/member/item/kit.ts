// The item that tests of an item's page begin with.
import type { Item } from '../../../../typings/v4/backpack';

/** An item with nothing but what it must have. */
export const ITEM: Item = {
  item_id: '7001',
  item_name: '手冲咖啡兑换券',
  item_type: 'voucher',
  status: 'available',
  tracking_code: 'TRK-V-1',
  rarity_code: 'rare',
};
