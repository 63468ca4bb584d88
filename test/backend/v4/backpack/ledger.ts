// The item ledger: what happened to an item, written twice (once for each account), never changed afterwards.
import type { Context } from '../../context';
import { maybeText, int, text } from '../../db/store';

export type LedgerEvent = 'mint' | 'transfer' | 'use' | 'expire' | 'destroy' | 'hold' | 'release';

export interface Entry {
  item_id: bigint;
  owner_user_id: number;
  event: LedgerEvent;
  business_type: string;
  detail: string | null;
  /** When it happened, ms. */
  at: number;
}

const COUNTERPART: Record<LedgerEvent, string> = {
  mint: 'SYSTEM_MINT',
  transfer: 'SYSTEM_RESERVE',
  use: 'SYSTEM_BURN',
  expire: 'SYSTEM_BURN',
  destroy: 'SYSTEM_BURN',
  hold: 'SYSTEM_ESCROW',
  release: 'SYSTEM_ESCROW',
};

const OWNER_DELTA: Record<LedgerEvent, -1 | 0 | 1> = {
  mint: 1,
  transfer: 1,
  use: -1,
  expire: -1,
  destroy: -1,
  hold: 0,
  release: 0,
};

export const ownerAccount = (userId: number): string => `USER_${userId}`;

/** Writes an event. Holds move nothing and take one row; all others take two rows that sum to zero. */
export function writeLedger(ctx: Context, entry: Entry): void {
  const owner = ownerAccount(entry.owner_user_id);
  const counterpart = COUNTERPART[entry.event];
  const delta = OWNER_DELTA[entry.event];
  insert(ctx, entry, owner, counterpart, delta);
  if (delta !== 0) insert(ctx, entry, counterpart, owner, -delta);
}

function insert(ctx: Context, entry: Entry, account: string, counterpart: string, delta: number): void {
  ctx.store.run(
    `INSERT INTO item_ledger (item_id, account, counterpart, delta, event_type, business_type, detail, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.item_id,
    account,
    counterpart,
    delta,
    entry.event,
    entry.business_type,
    entry.detail,
    entry.at,
  );
}

export interface TimelineRow {
  at: number;
  event: string;
  business_type: string;
  detail: string | null;
}

/** An item's events as its owners saw them, oldest first. */
export function readLedger(ctx: Context, itemId: bigint): TimelineRow[] {
  return ctx.store
    .all(
      `SELECT created_at, event_type, business_type, detail FROM item_ledger
       WHERE item_id = ? AND account LIKE 'USER!_%' ESCAPE '!' ORDER BY created_at, item_ledger_id`,
      itemId,
    )
    .map((row) => ({
      at: int(row, 'created_at'),
      event: text(row, 'event_type'),
      business_type: text(row, 'business_type'),
      detail: maybeText(row, 'detail'),
    }));
}
