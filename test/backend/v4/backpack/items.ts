// Items as stored. Inside the backend a held item is `locked`; the deployed profile's word for it is put on at the edge.
import type { Context } from '../../context';
import { id, int, maybeInt, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';

export type ItemStatus = 'available' | 'locked' | 'used' | 'expired' | 'destroyed';
export const ITEM_STATUSES: readonly ItemStatus[] = ['available', 'locked', 'used', 'expired', 'destroyed'];

export interface Item {
  item_id: bigint;
  owner_user_id: number;
  tracking_code: string;
  item_type: string;
  item_name: string;
  item_description: string;
  item_value: number;
  image: string | null;
  status: ItemStatus;
  rarity_code: string;
  source: string;
  source_ref_id: string | null;
  merchant_id: number | null;
  merchant_name: string | null;
  serial_number: number | null;
  edition_total: number | null;
  instance_attributes: string | null;
  instructions: string | null;
  acquired_at: number;
  expires_at: number | null;
  viewed: boolean;
  has_redemption_code: boolean;
}

/** Selects items with whether a redemption order is pending; add a WHERE. */
const SELECT = `SELECT items.*, EXISTS (
  SELECT 1 FROM redemption_orders o WHERE o.item_id = items.item_id AND o.status = 'pending'
) AS has_redemption_code FROM items`;

function statusOf(row: Row): ItemStatus {
  const status = ITEM_STATUSES.find((known) => known === text(row, 'status'));
  if (status === undefined) throw new Error('unknown item status');
  return status;
}

function read(row: Row): Item {
  return {
    item_id: id(row, 'item_id'),
    owner_user_id: int(row, 'owner_user_id'),
    tracking_code: text(row, 'tracking_code'),
    item_type: text(row, 'item_type'),
    item_name: text(row, 'item_name'),
    item_description: text(row, 'item_description'),
    item_value: int(row, 'item_value'),
    image: maybeText(row, 'image'),
    status: statusOf(row),
    rarity_code: text(row, 'rarity_code'),
    source: text(row, 'source'),
    source_ref_id: maybeText(row, 'source_ref_id'),
    merchant_id: maybeInt(row, 'merchant_id'),
    merchant_name: maybeText(row, 'merchant_name'),
    serial_number: maybeInt(row, 'serial_number'),
    edition_total: maybeInt(row, 'edition_total'),
    instance_attributes: maybeText(row, 'instance_attributes'),
    instructions: maybeText(row, 'instructions'),
    acquired_at: int(row, 'acquired_at'),
    expires_at: maybeInt(row, 'expires_at'),
    viewed: int(row, 'viewed') === 1,
    has_redemption_code: int(row, 'has_redemption_code') === 1,
  };
}

export function itemById(ctx: Context, itemId: bigint): Item | undefined {
  const row = ctx.store.first(`${SELECT} WHERE item_id = ?`, itemId);
  return row && read(row);
}

export interface ItemFilter {
  status?: ItemStatus;
  item_type?: string;
}

/** A person's items, the latest acquired first. */
export function itemsOf(ctx: Pick<Context, 'store'>, userId: number, filter: ItemFilter = {}): Item[] {
  return ctx.store
    .all(
      `${SELECT} WHERE owner_user_id = ?1 AND (?2 IS NULL OR status = ?2) AND (?3 IS NULL OR item_type = ?3)
       ORDER BY acquired_at DESC, item_id DESC`,
      userId,
      filter.status ?? null,
      filter.item_type ?? null,
    )
    .map(read);
}

/** Items that anybody still holds although their time is over. */
export function itemsDue(ctx: Context): Item[] {
  return ctx.store.all(`${SELECT} WHERE status = 'available' AND expires_at <= ?`, ctx.clock.now()).map(read);
}
