// The item's state machine: available ⇄ locked → used, available → used | expired | destroyed. Call inside a transaction.
import type { Context } from '../../context';
import type { Item, ItemStatus } from './items';
import { writeLedger } from './ledger';
import type { LedgerEvent } from './ledger';

type Final = 'use' | 'expire' | 'destroy';
const FINAL_STATUS: Record<Final, ItemStatus> = { use: 'used', expire: 'expired', destroy: 'destroyed' };

export interface Cause {
  business_type: string;
  detail?: string;
  /** ms; the backend's now unless it happened earlier (an expiry noticed late). */
  at?: number;
}

function note(ctx: Context, item: Item, event: LedgerEvent, cause: Cause): void {
  const { item_id, owner_user_id } = item;
  const { business_type, detail = null, at = ctx.clock.now() } = cause;
  writeLedger(ctx, { item_id, owner_user_id, event, business_type, detail, at });
}

function move(ctx: Context, item: Item, from: ItemStatus, to: ItemStatus): void {
  const sql = 'UPDATE items SET status = ? WHERE item_id = ? AND status = ?';
  if (ctx.store.run(sql, to, item.item_id, from) !== 1) {
    throw new Error(`item ${item.item_id} is not ${from}`);
  }
}

/** Locks an available item for a purpose (`redemption`, `trade`). */
export function hold(ctx: Context, item: Item, holdType: string, ref: string, cause: Cause): void {
  move(ctx, item, 'available', 'locked');
  ctx.store.run(
    `INSERT INTO item_holds (item_id, hold_type, business_ref, status, created_at) VALUES (?, ?, ?, 'active', ?)`,
    item.item_id,
    holdType,
    ref,
    cause.at ?? ctx.clock.now(),
  );
  note(ctx, item, 'hold', cause);
}

function endHold(ctx: Context, item: Item, how: 'released' | 'consumed', at: number): void {
  const sql = `UPDATE item_holds SET status = ?, ended_at = ? WHERE item_id = ? AND status = 'active'`;
  if (ctx.store.run(sql, how, at, item.item_id) !== 1)
    throw new Error(`item ${item.item_id} has no active hold`);
}

/** Gives a locked item back to its owner. */
export function release(ctx: Context, item: Item, cause: Cause): void {
  move(ctx, item, 'locked', 'available');
  endHold(ctx, item, 'released', cause.at ?? ctx.clock.now());
  note(ctx, item, 'release', cause);
}

/** Ends an item for good, from the state it was read in. */
export function finish(ctx: Context, item: Item, event: Final, cause: Cause): void {
  move(ctx, item, item.status, FINAL_STATUS[event]);
  if (item.status === 'locked') endHold(ctx, item, 'consumed', cause.at ?? ctx.clock.now());
  note(ctx, item, event, cause);
}
