// Text codes of orders made on this phone. The server tells a code once, so it is kept on its owner's shelf until the
// order ends, survives the app being killed, and goes when that person signs out. Never in a cache, never in a log.
import * as v from 'valibot';
import type { RedeemReply } from '../../../../../typings/v4/backpack';
import { parseWireTime } from '../../../../format/time';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../../../platform/storage-types';

const PREFIX = 'redeem.';

const shape = v.object({ redemption_order_id: v.string(), code: v.string(), expires_at: v.number() });

/** `expires_at`: end of the order, epoch ms. */
export type KeptCode = v.InferOutput<typeof shape>;

/** The shortest life of an order (V4 §Fields), for one whose end cannot be read. */
const SHORTEST_ORDER_MS = 7 * 86_400_000;

/** What to keep of a redeem's reply that came at `now` (epoch ms). */
export function keptCode(reply: RedeemReply, now: number): KeptCode {
  const { redemption_order_id, expires_at } = reply.order;
  return {
    redemption_order_id,
    code: reply.code,
    expires_at: parseWireTime(expires_at) ?? now + SHORTEST_ORDER_MS,
  };
}

const keyOf = (item_id: string): StorageKey<KeptCode> => keyFor(PREFIX + item_id, 'kept', shape);

export interface RedeemCodes {
  read(item_id: string): KeptCode | null;
  keep(item_id: string, code: KeptCode): void;
  drop(item_id: string): void;
  /** Drops the codes of orders that are over at `now` (epoch ms). */
  sweep(now: number): void;
}

/** Codes on one person's shelf, which is dead once they have left. */
export function redeemCodes(area: StorageArea): RedeemCodes {
  return {
    read: (item_id) => area.read(keyOf(item_id)) ?? null,
    keep: (item_id, code) => void area.write(keyOf(item_id), code),
    drop: (item_id) => area.remove(keyOf(item_id)),
    sweep(now) {
      for (const name of area.names('kept', PREFIX)) {
        const item_id = name.slice(PREFIX.length);
        const kept = area.read(keyOf(item_id));
        if (kept === undefined || kept.expires_at <= now) area.remove(keyOf(item_id));
      }
    },
  };
}
