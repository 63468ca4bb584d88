// Customer rows, and who may see which customer.
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import { real, texts } from '../data/rows';
import type { Worker } from '../auth/gate';
import { forbidden, notFound } from '../errors';
import { RELATION } from './relation';
import { booksNow } from '../now';

export interface Customer {
  customer_id: number;
  coach_id: number;
  name: string;
  phone: string;
  tags: string[];
  hobbies: string[];
}

/** Throws 404. */
export function customerById(ctx: Context, customerId: number | undefined): Customer {
  const row = customerId && ctx.store.first('SELECT * FROM xcx_customers WHERE customer_id = ?', customerId);
  if (!row) throw notFound('客户不存在');
  return {
    customer_id: int(row, 'customer_id'),
    coach_id: int(row, 'coach_id'),
    name: text(row, 'name'),
    phone: text(row, 'phone'),
    tags: texts(row, 'tags'),
    hobbies: texts(row, 'hobbies'),
  };
}

/** True for a coach's own customers: assigned to the coach, or served by the coach before. */
export function isOwn(ctx: Context, coachId: number, customer: Customer): boolean {
  if (customer.coach_id === coachId) return true;
  const sql = 'SELECT 1 FROM xcx_earnings WHERE coach_id = ? AND customer_id = ? LIMIT 1';
  return ctx.store.first(sql, coachId, customer.customer_id) !== undefined;
}

/** The customer, when the caller may see them. Throws 404, or 403 for another coach's without the permission. */
export function requireCustomer(ctx: Context, worker: Worker, customerId: number | undefined): Customer {
  const customer = customerById(ctx, customerId);
  const { coach_id } = worker;
  const free = coach_id === null || worker.may('all_customers');
  if (!free && !isOwn(ctx, coach_id, customer)) throw forbidden('无权限查看其他助教的客户');
  return customer;
}

/** `138****1000` */
export function masked(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** The relation with one coach, or with the closest of all (null): `8.6`. */
export function relationIndex(ctx: Context, customerId: number, coachId: number | null): string {
  const row = ctx.store.one(
    `SELECT COALESCE(MAX(score), 0.0) AS score FROM ${RELATION} WHERE customer_id = ?2 AND (?3 IS NULL OR coach_id = ?3)`,
    booksNow(ctx),
    customerId,
    coachId,
  );
  return real(row, 'score').toFixed(1);
}
