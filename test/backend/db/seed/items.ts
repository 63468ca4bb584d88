// Turns catalogue lines into items with a past: minted, then held, used, expired or destroyed as the line says.
import { randomUUID } from 'node:crypto';
import { wholeSecond } from '../../clock';
import type { Context } from '../../context';
import { itemById } from '../../v4/backpack/items';
import type { Item } from '../../v4/backpack/items';
import { mint } from '../../v4/backpack/mint';
import { createOrder, hashCode, newCode } from '../../v4/backpack/orders';
import { finish, hold } from '../../v4/backpack/transitions';
import { CATALOGUE, PLAIN_LINES } from './catalogue/all';
import type { Line } from './catalogue/line';
import { MERCHANTS } from './catalogue/merchants';
import { AGENT, DEMO, SECOND } from './people';
import type { Random } from './prng';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LETTER: Readonly<Record<string, string>> = { voucher: 'V', product: 'P', collectible: 'C' };

/** Older lines were acquired earlier; what has expired was acquired before that. */
function acquiredAt(line: Line, index: number, now: number): number {
  const oldest = Math.min(0, line.expiresIn ?? 0) * DAY_MS;
  return now + oldest - (index + 1) * 17 * HOUR_MS - (line.status === undefined ? 0 : 3 * DAY_MS);
}

function trackingCode(line: Line, at: number, random: Random): string {
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
  return `TRK-${LETTER[line.type] ?? 'X'}-${day}-${random.hex(6)}`;
}

function seedItem(ctx: Context, random: Random, owner: number, line: Line, index: number): void {
  const now = wholeSecond(ctx.clock.now());
  const at = acquiredAt(line, index, now);
  const merchant = line.merchant === undefined ? undefined : MERCHANTS[line.merchant];
  const numbered = line.type === 'collectible';
  const item = mint(ctx, {
    owner_user_id: owner,
    item_name: line.name,
    tracking_code: trackingCode(line, at, random),
    ...(line.id === undefined ? {} : { item_id: line.id }),
    item_type: line.type,
    rarity_code: line.rarity,
    item_value: line.value,
    item_description: line.about ?? '',
    image: line.picture ?? null,
    source: random.pick(['lottery', 'redemption_shop', 'gift']),
    source_ref_id: String(1000 + random.below(9000)),
    merchant_id: merchant?.merchant_id ?? null,
    merchant_name: merchant?.merchant_name ?? null,
    serial_number: numbered ? 1 + random.below(100) : null,
    edition_total: numbered ? 100 : null,
    instance_attributes: numbered ? JSON.stringify({ quality_score: random.below(10000) / 100 }) : null,
    acquired_at: at,
    expires_at: line.expiresIn === undefined ? null : wholeSecond(now + line.expiresIn * DAY_MS),
  });
  live(ctx, item, line, at);
}

function live(ctx: Context, item: Item, line: Line, at: number): void {
  if (line.lockedBy === 'trade') {
    hold(ctx, item, 'trade', 'listing-1', { business_type: 'trade_listing', detail: '挂单出售中' });
  } else if (line.status === 'locked') {
    const order = createOrder(ctx, item, newCode(), item.owner_user_id);
    const detail = '已生成核销码，等待到店核销';
    hold(ctx, item, 'redemption', order.redemption_order_id, { business_type: 'redemption_create', detail });
  } else if (line.usedBy === 'counter') {
    redeemInThePast(ctx, item, at + DAY_MS);
  } else if (line.status === 'used') {
    finish(ctx, item, 'use', { business_type: 'item_use', detail: '用户使用', at: at + DAY_MS });
  } else if (line.status === 'expired') {
    const cause = { business_type: 'item_expire', detail: '物品已过有效期', at: item.expires_at ?? at };
    finish(ctx, item, 'expire', cause);
  } else if (line.status === 'destroyed') {
    finish(ctx, item, 'destroy', { business_type: 'admin_destroy', detail: '由门店销毁', at: at + DAY_MS });
  }
}

function redeemInThePast(ctx: Context, item: Item, at: number): void {
  const orderId = randomUUID();
  ctx.store.run(
    `INSERT INTO redemption_orders (redemption_order_id, item_id, code_hash, status, created_by, created_at,
       expires_at, ended_at, fulfilled_by) VALUES (?, ?, ?, 'fulfilled', ?, ?, ?, ?, ?)`,
    orderId,
    item.item_id,
    hashCode(ctx, newCode()),
    item.owner_user_id,
    at,
    at + 30 * DAY_MS,
    at + HOUR_MS,
    AGENT.user_id,
  );
  hold(ctx, item, 'redemption', orderId, {
    business_type: 'redemption_create',
    detail: '已生成核销码，等待到店核销',
    at,
  });
  const held = itemById(ctx, item.item_id);
  if (held === undefined) throw new Error('the held item is gone');
  const where = item.merchant_name === null ? '到店核销' : `在「${item.merchant_name}」核销`;
  finish(ctx, held, 'use', { business_type: 'redemption_use', detail: where, at: at + HOUR_MS });
}

/** The demo customer's whole catalogue, and eight plain items for the second customer. */
export function seedItems(ctx: Context, random: Random): void {
  CATALOGUE.forEach((line, index) => seedItem(ctx, random, DEMO.user_id, line, index));
  PLAIN_LINES.slice(0, 8).forEach((line, index) => seedItem(ctx, random, SECOND.user_id, line, index));
}
