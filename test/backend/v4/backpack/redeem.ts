// Redeeming and using: the two ways an owner spends an item.
import { utcIso } from '../../clock';
import type { Context } from '../../context';
import { ApiError, forbidden, internal, notFound } from '../errors';
import { writeQr } from '../qr';
import { roleLevel } from '../auth/users';
import type { User } from '../auth/users';
import { itemById } from './items';
import type { Item } from './items';
import { createOrder, latestOrder, newCode, settle } from './orders';
import type { Order } from './orders';
import { finish, hold } from './transitions';
import { actionsOf, statusWord } from './words';

/** Another person's item: 403 as documented; the deployed backend answers 500. */
export function requireOwner(ctx: Context, user: User, item: Item): void {
  if (item.owner_user_id === user.user_id) return;
  throw ctx.profile === 'deployed' ? internal('无权查看此物品') : forbidden('无权查看此物品');
}

function issueQr(ctx: Context, order: Order) {
  const reference = { oid: order.redemption_order_id, ch: order.code_hash.slice(0, 8) };
  const qr = writeQr(ctx.secrets.redemption, reference, ctx.clock.now());
  ctx.issuedQrs.set(order.item_id.toString(), qr.qr_content);
  return qr;
}

function requireRedeemable(ctx: Context, user: User, item: Item): void {
  if (item.owner_user_id !== user.user_id && roleLevel(user) < 100) {
    throw new ApiError(400, 'REDEMPTION_INSUFFICIENT', '权限不足：仅物品所有者或管理员可生成核销码');
  }
  if (item.status !== 'available') {
    const status = statusWord(ctx.profile, item.status);
    throw new ApiError(400, 'REDEMPTION_NOT_ALLOWED', `物品实例不可用: status=${status}`);
  }
  if (!actionsOf(item).includes('redeem')) {
    throw new ApiError(400, 'REDEMPTION_NOT_ALLOWED', '该类型物品不支持到店核销');
  }
}

/** `POST …/redeem`: locks the item and gives a text code (shown this once) and a first QR. */
export function redeem(ctx: Context, user: User, itemId: bigint) {
  settle(ctx);
  return ctx.store.transaction(() => {
    const item = itemById(ctx, itemId);
    if (item === undefined) throw notFound('物品不存在', 'ITEM_NOT_FOUND');
    requireRedeemable(ctx, user, item);
    const code = newCode();
    const order = createOrder(ctx, item, code, user.user_id);
    const detail = '已生成核销码，等待到店核销';
    hold(ctx, item, 'redemption', order.redemption_order_id, { business_type: 'redemption_create', detail });
    const { redemption_order_id, status, expires_at } = order;
    return {
      order: { redemption_order_id, status, expires_at: utcIso(expires_at) },
      code,
      qr: issueQr(ctx, order),
    };
  });
}

/** `…/redeem/refresh-qr`: a new QR for the pending order. Throws 404 without an order, 400 when it has ended. */
export function refreshQr(ctx: Context, user: User, itemId: bigint) {
  settle(ctx);
  const item = itemById(ctx, itemId);
  const order = latestOrder(ctx, itemId);
  // The deployed backend gives anyone's QR to anyone who is signed in.
  if (item !== undefined && ctx.profile === 'documented') requireOwner(ctx, user, item);
  if (order === undefined) throw notFound('该物品没有待核销订单');
  if (order.status === 'expired')
    throw new ApiError(400, 'ORDER_EXPIRED', '核销订单已过期，请重新生成核销码');
  if (order.status !== 'pending') {
    throw new ApiError(400, 'ORDER_STATUS_INVALID', `核销订单状态不允许刷新: status=${order.status}`);
  }
  return { redemption_order_id: order.redemption_order_id, qr: issueQr(ctx, order) };
}

/** `POST …/use`: spends an available item at once. */
export function useItem(ctx: Context, user: User, itemId: bigint) {
  settle(ctx);
  return ctx.store.transaction(() => {
    const item = itemById(ctx, itemId);
    if (item === undefined) throw notFound('物品不存在', 'SERVICE_ERROR');
    requireOwner(ctx, user, item);
    if (item.status !== 'available') {
      const status = statusWord(ctx.profile, item.status);
      throw new ApiError(400, 'SERVICE_ERROR', `物品当前状态为"${status}"，无法使用`);
    }
    finish(ctx, item, 'use', { business_type: 'item_use', detail: '用户使用' });
    return { item_id: item.item_id, status: 'used', is_duplicate: false, instructions: item.instructions };
  });
}
