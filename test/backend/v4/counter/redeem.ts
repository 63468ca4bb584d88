// What the store's counter does with a code or a QR. These routes are ours: no public text describes them.
import type { Context } from '../../context';
import { itemById } from '../backpack/items';
import type { Item } from '../backpack/items';
import { abandonOrder, endOrder, orderByCode, orderById, settle } from '../backpack/orders';
import type { Order } from '../backpack/orders';
import { finish } from '../backpack/transitions';
import { statusWord } from '../backpack/words';
import { ApiError, badRequest, notFound } from '../errors';
import { readBack } from '../ids';
import { readQr } from '../qr';

/** The customer shows one of these. */
export interface Shown {
  qr_content?: string | undefined;
  code?: string | undefined;
}

function orderOfQr(ctx: Context, content: string): Order {
  const payload = readQr(ctx.secrets.redemption, content);
  if (payload === undefined) throw new ApiError(400, 'QR_INVALID', '二维码无效');
  const order = orderById(ctx, payload.oid);
  if (order === undefined || !order.code_hash.startsWith(payload.ch)) {
    throw new ApiError(400, 'QR_INVALID', '二维码与核销订单不符');
  }
  requirePending(order);
  if (payload.exp <= ctx.clock.now()) throw new ApiError(400, 'QR_EXPIRED', '二维码已过期，请顾客刷新后重试');
  return order;
}

function orderOf(ctx: Context, shown: Shown): Order {
  if (shown.qr_content !== undefined) return orderOfQr(ctx, shown.qr_content);
  if (shown.code === undefined) throw badRequest('请出示核销码或二维码');
  const order = orderByCode(ctx, shown.code);
  if (order === undefined) throw notFound('核销码不存在');
  requirePending(order);
  return order;
}

function requirePending(order: Order): void {
  if (order.status === 'pending') return;
  if (order.status === 'expired') throw new ApiError(400, 'ORDER_EXPIRED', '核销订单已过期');
  const word = order.status === 'fulfilled' ? '已核销' : '已取消';
  throw new ApiError(400, 'ORDER_STATUS_INVALID', `核销订单${word}`);
}

function requireItem(ctx: Context, order: Order): Item {
  const item = itemById(ctx, order.item_id);
  if (item === undefined) throw new Error(`order ${order.redemption_order_id} has no item`);
  return item;
}

function view(ctx: Context, order: Order) {
  const item = requireItem(ctx, order);
  const after = orderById(ctx, order.redemption_order_id) ?? order;
  return {
    order: { redemption_order_id: after.redemption_order_id, status: after.status },
    item: {
      item_id: readBack(item.item_id),
      item_name: item.item_name,
      status: statusWord(ctx.profile, item.status),
    },
  };
}

/** Redeems what the customer shows: the order is fulfilled and its item used, exactly once. Throws 400 or 404. */
export function redeemAtCounter(ctx: Context, staffId: number, shown: Shown) {
  settle(ctx);
  return ctx.store.transaction(() => {
    const order = orderOf(ctx, shown);
    const item = requireItem(ctx, order);
    const detail = item.merchant_name === null ? '到店核销' : `在「${item.merchant_name}」核销`;
    endOrder(ctx, order, 'fulfilled', ctx.clock.now(), staffId);
    finish(ctx, item, 'use', { business_type: 'redemption_use', detail });
    return view(ctx, order);
  });
}

/** Cancels what the customer shows: the item goes back to the backpack. Throws 400 or 404. */
export function cancelAtCounter(ctx: Context, shown: Shown) {
  settle(ctx);
  return ctx.store.transaction(() => {
    const order = orderOf(ctx, shown);
    abandonOrder(ctx, order, 'cancelled', ctx.clock.now());
    return view(ctx, order);
  });
}
