// Redemption orders: one pending at most for an item; its text code is kept only as a keyed hash.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { wholeSecond } from '../../clock';
import type { Context } from '../../context';
import { id, int, text } from '../../db/store';
import type { Row } from '../../db/store';
import { itemById, itemsDue } from './items';
import type { Item } from './items';
import { finish, release } from './transitions';

const DAY_MS = 24 * 60 * 60 * 1000;
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export type OrderStatus = 'pending' | 'fulfilled' | 'expired' | 'cancelled';

export interface Order {
  redemption_order_id: string;
  item_id: bigint;
  code_hash: string;
  status: OrderStatus;
  created_at: number;
  expires_at: number;
}

const STATUSES: readonly OrderStatus[] = ['pending', 'fulfilled', 'expired', 'cancelled'];

function read(row: Row | undefined): Order | undefined {
  if (row === undefined) return undefined;
  const status = STATUSES.find((known) => known === text(row, 'status'));
  if (status === undefined) throw new Error('unknown order status');
  return {
    redemption_order_id: text(row, 'redemption_order_id'),
    item_id: id(row, 'item_id'),
    code_hash: text(row, 'code_hash'),
    status,
    created_at: int(row, 'created_at'),
    expires_at: int(row, 'expires_at'),
  };
}

/** A new text code, `XXXX-XXXX-XXXX`, without the characters people mix up. */
export function newCode(): string {
  const letters = [...randomBytes(12)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3');
}

export function hashCode(ctx: Context, code: string): string {
  const plain = code.toUpperCase().replace(/[\s-]/g, '');
  return createHmac('sha256', ctx.secrets.redemption).update(plain).digest('hex');
}

/** How long a redemption may wait: 30 days for vouchers, 7 for the rest, and never longer than the item itself. */
function orderEnd(item: Item, now: number): number {
  const end = wholeSecond(now) + (item.item_type === 'voucher' ? 30 : 7) * DAY_MS;
  return item.expires_at === null ? end : Math.min(end, item.expires_at);
}

export function createOrder(ctx: Context, item: Item, code: string, createdBy: number): Order {
  const now = ctx.clock.now();
  const row = ctx.store.one(
    `INSERT INTO redemption_orders
       (redemption_order_id, item_id, code_hash, status, created_by, created_at, expires_at)
     VALUES (?, ?, ?, 'pending', ?, ?, ?) RETURNING *`,
    randomUUID(),
    item.item_id,
    hashCode(ctx, code),
    createdBy,
    now,
    orderEnd(item, now),
  );
  const order = read(row);
  if (order === undefined) throw new Error('the order was not stored');
  return order;
}

export const orderById = (ctx: Context, orderId: string): Order | undefined =>
  read(ctx.store.first('SELECT * FROM redemption_orders WHERE redemption_order_id = ?', orderId));

export const orderByCode = (ctx: Context, code: string): Order | undefined =>
  read(ctx.store.first('SELECT * FROM redemption_orders WHERE code_hash = ?', hashCode(ctx, code)));

/** An item's pending order, else its latest one. */
export const latestOrder = (ctx: Context, itemId: bigint): Order | undefined =>
  read(
    ctx.store.first(
      `SELECT * FROM redemption_orders WHERE item_id = ?
       ORDER BY status = 'pending' DESC, created_at DESC, rowid DESC LIMIT 1`,
      itemId,
    ),
  );

/** Ends a pending order; the item stays as it is. */
export function endOrder(
  ctx: Context,
  order: Order,
  status: Exclude<OrderStatus, 'pending'>,
  at: number,
  by?: number,
) {
  const sql = `UPDATE redemption_orders SET status = ?, ended_at = ?, fulfilled_by = ?
    WHERE redemption_order_id = ? AND status = 'pending'`;
  if (ctx.store.run(sql, status, at, by ?? null, order.redemption_order_id) !== 1) {
    throw new Error(`order ${order.redemption_order_id} is not pending`);
  }
}

/** Ends a pending order without a redemption and gives the item back. */
export function abandonOrder(ctx: Context, order: Order, status: 'expired' | 'cancelled', at: number): void {
  const item = itemById(ctx, order.item_id);
  if (item === undefined) throw new Error(`order ${order.redemption_order_id} has no item`);
  endOrder(ctx, order, status, at);
  const detail = status === 'expired' ? '核销订单到期，物品已退回' : '核销订单已取消，物品已退回';
  release(ctx, item, { business_type: `redemption_${status}`, detail, at });
}

/**
 * Applies every deadline that has passed: pending orders expire and give their items back, then items expire.
 * Called before anything is read or changed, so no timer is needed.
 */
export function settle(ctx: Context): void {
  ctx.store.transaction(() => {
    const sql = `SELECT * FROM redemption_orders WHERE status = 'pending' AND expires_at <= ?`;
    for (const row of ctx.store.all(sql, ctx.clock.now())) {
      const order = read(row);
      if (order !== undefined) abandonOrder(ctx, order, 'expired', order.expires_at);
    }
    for (const item of itemsDue(ctx)) {
      const at = item.expires_at ?? ctx.clock.now();
      finish(ctx, item, 'expire', { business_type: 'item_expire', detail: '物品已过有效期', at });
    }
  });
}
