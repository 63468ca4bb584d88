// What the deployed system knows of a customer. Walk-ins have visits and nothing else: no name, no phone, no page.
// Customers who joined lately have no phone number: the system no longer gets new numbers.
import type { Context } from '../../context';
import { int, maybeText } from '../../db/store';
import type { Row } from '../../db/store';
import { DAY_MS } from '../time';
import { booksNow } from '../now';
import { masked } from './rows';

const PHONES_UNTIL_MS = 30 * DAY_MS;

/** Columns `known_name` and `is_walk_in` for a statement in which `c` is a customer. */
export const KNOWN = `c.customer_id IN (SELECT customer_id FROM xcx_walk_ins) AS is_walk_in,
  CASE WHEN c.customer_id IN (SELECT customer_id FROM xcx_walk_ins) THEN NULL ELSE c.name END AS known_name`;

export interface Known {
  customer_id: string | null;
  customer_name: string | null;
  is_scattered: boolean;
}

/** Reads what `KNOWN` selected beside `customer_id`. */
export function known(row: Row): Known {
  const walkIn = int(row, 'is_walk_in') === 1;
  return {
    customer_id: walkIn ? null : String(int(row, 'customer_id')),
    customer_name: maybeText(row, 'known_name'),
    is_scattered: walkIn,
  };
}

export function isWalkIn(ctx: Context, customerId: number): boolean {
  return ctx.store.first('SELECT 1 FROM xcx_walk_ins WHERE customer_id = ?', customerId) !== undefined;
}

export interface Phone {
  phone: string | null;
  phone_full: string | null;
}

export function phoneOf(ctx: Context, customerId: number): Phone {
  const row = ctx.store.one(
    `SELECT CASE WHEN joined_at <= ?2 AND customer_id NOT IN (SELECT customer_id FROM xcx_walk_ins) THEN phone END AS phone
     FROM xcx_customers WHERE customer_id = ?1`,
    customerId,
    booksNow(ctx) - PHONES_UNTIL_MS,
  );
  const phone = maybeText(row, 'phone');
  return { phone: phone === null ? null : masked(phone), phone_full: phone };
}
