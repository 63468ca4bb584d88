// Bringing an item into being, with its first ledger entry.
import type { Context } from '../../context';
import { id } from '../../db/store';
import { itemById } from './items';
import type { Item } from './items';
import { writeLedger } from './ledger';

/** What a new item may say of itself; the rest has plain defaults. */
export interface NewItem {
  owner_user_id: number;
  item_name: string;
  tracking_code: string;
  item_id?: bigint;
  item_type?: string;
  rarity_code?: string;
  item_value?: number;
  item_description?: string;
  image?: string | null;
  source?: string;
  source_ref_id?: string | null;
  merchant_id?: number | null;
  merchant_name?: string | null;
  serial_number?: number | null;
  edition_total?: number | null;
  instance_attributes?: string | null;
  acquired_at?: number;
  expires_at?: number | null;
}

/** New ids go on from the highest ordinary one, not from the few huge ones of the data set. */
function nextId(ctx: Context): bigint {
  const sql = 'SELECT COALESCE(MAX(item_id), 45600) + 1 AS next FROM items WHERE item_id < 9000000000000000';
  return id(ctx.store.one(sql), 'next');
}

function insert(ctx: Context, itemId: bigint, item: NewItem, acquiredAt: number): void {
  ctx.store.run(
    `INSERT INTO items (item_id, owner_user_id, tracking_code, item_type, item_name, item_description, item_value,
       image, status, rarity_code, source, source_ref_id, merchant_id, merchant_name, serial_number, edition_total,
       instance_attributes, acquired_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'available', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    itemId,
    item.owner_user_id,
    item.tracking_code,
    item.item_type ?? 'voucher',
    item.item_name,
    item.item_description ?? '',
    item.item_value ?? 0,
    item.image ?? null,
    item.rarity_code ?? 'common',
    item.source ?? 'lottery',
    item.source_ref_id ?? null,
    item.merchant_id ?? null,
    item.merchant_name ?? null,
    item.serial_number ?? null,
    item.edition_total ?? null,
    item.instance_attributes ?? null,
    acquiredAt,
    item.expires_at ?? null,
  );
}

/** Stores a new available item and returns it. */
export function mint(ctx: Context, item: NewItem): Item {
  return ctx.store.transaction(() => {
    const itemId = item.item_id ?? nextId(ctx);
    const at = item.acquired_at ?? ctx.clock.now();
    insert(ctx, itemId, item, at);
    const { owner_user_id } = item;
    const business_type = `${item.source ?? 'lottery'}_mint`;
    writeLedger(ctx, {
      item_id: itemId,
      owner_user_id,
      event: 'mint',
      business_type,
      detail: '物品已发放',
      at,
    });
    const stored = itemById(ctx, itemId);
    if (stored === undefined) throw new Error('the new item was not stored');
    return stored;
  });
}
