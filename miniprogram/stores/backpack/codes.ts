// Text codes of orders made on this phone. The server tells a code once, so it is kept on its owner's shelf until the
// server says that the order is over, survives the app being killed, and goes when that person signs out. Never in a
// cache, never in a log.
import type { RedeemReply } from '../../../typings/v4/backpack';
import { nullable, number, record, schemaFor, text } from '../../api/schema';
import { parseWireTime } from '../../format/time';
import { keyFor } from '../../platform/storage-key';
import type { StorageArea, StorageKey } from '../../platform/storage-types';

const PREFIX = 'redeem.';

export interface KeptCode {
  redemption_order_id: string;
  code: string;
  /** End of the order, epoch ms on the server's clock; null where it cannot be read. */
  expires_at: number | null;
}

const shape = schemaFor<KeptCode>()(
  record({ redemption_order_id: text, code: text, expires_at: nullable(number) }, {}),
);

/** What to keep of a redeem's reply. */
export function keptCode({ order, code }: RedeemReply): KeptCode {
  const { redemption_order_id, expires_at } = order;
  return { redemption_order_id, code, expires_at: parseWireTime(expires_at) };
}

const keyOf = (item_id: string): StorageKey<KeptCode> => keyFor(PREFIX + item_id, 'kept', shape);

/** Codes on one person's shelf, and those for which it had no room. */
export class Codes {
  private readonly unsaved = new Map<string, KeptCode>();

  constructor(private readonly area: StorageArea) {}

  /** Items that have a stored one. */
  get item_ids(): string[] {
    return this.area.names('kept', PREFIX).map((name) => name.slice(PREFIX.length));
  }

  read(item_id: string): KeptCode | null {
    return this.unsaved.get(item_id) ?? this.area.read(keyOf(item_id)) ?? null;
  }

  /** False when the phone could not store it: it lasts as long as the app runs. */
  keep(item_id: string, code: KeptCode): boolean {
    const is_saved = this.area.write(keyOf(item_id), code);
    if (is_saved) this.unsaved.delete(item_id);
    else this.unsaved.set(item_id, code);
    return is_saved;
  }

  /** Tries again to store a code that could not be stored. True when it is stored. */
  save(item_id: string): boolean {
    const code = this.unsaved.get(item_id);
    return code === undefined || this.keep(item_id, code);
  }

  drop(item_id: string): void {
    this.unsaved.delete(item_id);
    this.area.remove(keyOf(item_id));
  }
}
