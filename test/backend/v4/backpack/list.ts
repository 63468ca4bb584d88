// Lists and counts of a backpack.
import type { Context } from '../../context';
import { numberField, textField } from '../../http/input';
import { itemsOf } from './items';
import type { ItemFilter } from './items';
import { settle } from './orders';
import { assetsOf, itemRow } from './view';
import type { Viewer } from './view';
import { statusFromWord } from './words';

const PAGE_SIZE = 20;
const PAGE_SIZE_MAX = 100;

/** As deployed: `{assets, items}`, available items only, no paging. */
export function listAvailable(ctx: Context, viewer: Viewer) {
  settle(ctx);
  const items = itemsOf(ctx, viewer.user_id, { status: 'available' });
  return { assets: assetsOf(ctx, viewer), items: items.map((item) => itemRow(ctx, item, viewer)) };
}

const bounded = (value: number | undefined, fallback: number, max: number) =>
  Math.min(max, Math.max(1, Math.floor(value ?? fallback)));

/** As documented: every status, `page`, `page_size` (or `limit`), filtered by `status` and `item_type` when sent. */
export function listPage(ctx: Context, query: unknown, viewer: Viewer) {
  settle(ctx);
  const [word, type] = [textField(query, 'status'), textField(query, 'item_type')];
  const status = word === undefined ? undefined : statusFromWord(word);
  const filter: ItemFilter = {
    ...(status === undefined ? {} : { status }),
    ...(type === undefined ? {} : { item_type: type }),
  };
  const unknownStatus = word !== undefined && status === undefined;
  const found = unknownStatus ? [] : itemsOf(ctx, viewer.user_id, filter);
  const page = bounded(numberField(query, 'page'), 1, Number.MAX_SAFE_INTEGER);
  const page_size = bounded(
    numberField(query, 'page_size') ?? numberField(query, 'limit'),
    PAGE_SIZE,
    PAGE_SIZE_MAX,
  );
  const rows = found
    .slice((page - 1) * page_size, page * page_size)
    .map((item) => itemRow(ctx, item, viewer));
  const total_pages = Math.ceil(found.length / page_size);
  const pagination = { total: found.length, page, page_size, total_pages };
  return { assets: assetsOf(ctx, viewer), items: rows, pagination };
}

/** Counts of what the person can still use. */
export function stats(ctx: Context, viewer: Viewer) {
  settle(ctx);
  const items = itemsOf(ctx, viewer.user_id, { status: 'available' });
  const assets = assetsOf(ctx, viewer);
  const items_by_type: Record<string, number> = {};
  for (const { item_type } of items) items_by_type[item_type] = (items_by_type[item_type] ?? 0) + 1;
  return {
    total_assets: assets.length,
    total_items: items.length,
    unviewed_items: items.filter((item) => !item.viewed).length,
    total_asset_value: assets.reduce((sum, asset) => sum + asset.available_amount, 0),
    items_by_type,
  };
}

export function markViewed(ctx: Context, userId: number) {
  const sql = `UPDATE items SET viewed = 1 WHERE owner_user_id = ? AND viewed = 0 AND status = 'available'`;
  return { marked_count: ctx.store.run(sql, userId) };
}
