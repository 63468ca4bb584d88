// Applying for an account, and its review by the store.
import type { Context } from '../../context';
import { field, textField } from '../../http/input';
import { int, text } from '../../db/store';
import { MANAGER_PERMISSIONS } from '../data/accounts';
import { conflict, forbidden, invalid, notFound } from '../errors';
import { lineIn } from '../input';
import { userById } from './users';
import type { Status, User } from './users';

const SITE_CODE = /^[A-Za-z]{2}\d{3}$/;
const PHONE = /^1[3-9]\d{9}$/;
const MANAGER = /店长|经理|manager/i;

function checked(body: unknown, name: string, pattern: RegExp, problem: string): string {
  const value = textField(body, name) ?? '';
  if (!pattern.test(value)) throw invalid(problem, name);
  return value;
}

/**
 * Files an application; a refused one may be filed again. Throws 422 for a bad field, 409 while one is under review
 * or granted, 403 for a stopped account.
 */
export function apply(ctx: Context, user: User, body: unknown): User {
  if (user.status === 'disabled') throw forbidden('账号已停用，请联系门店管理员');
  if (user.status === 'approved') throw conflict('账号已通过审核');
  if (user.status === 'pending') throw conflict('申请审核中，请勿重复提交');
  const number = field(body, 'employee_number') ?? null;
  if (number !== null && typeof number !== 'string') throw invalid('工号应为文字', 'employee_number');
  ctx.store.run(
    `UPDATE xcx_users SET status = 'pending', review_note = NULL, site_code = ?, phone = ?, nickname = ?,
       applied_role_text = ?, employee_number = ?, applied_at = ? WHERE user_id = ?`,
    checked(body, 'site_code', SITE_CODE, '门店编号应为 2 位字母加 3 位数字').toUpperCase(),
    checked(body, 'phone', PHONE, '手机号格式不正确'),
    lineIn(body, 'nickname', '称呼', 20),
    lineIn(body, 'applied_role_text', '申请身份', 20),
    number?.trim() || null,
    ctx.clock.now(),
    user.user_id,
  );
  return known(ctx, user.user_id);
}

/** Throws 404. */
function known(ctx: Context, userId: number): User {
  const user = userById(ctx, userId);
  if (user === undefined) throw notFound('账号不存在');
  return user;
}

/** Coaches of the store who have no account yet. */
export function freeCoaches(
  ctx: Context,
  storeId: number,
): { coach_id: number; name: string; level: string }[] {
  const rows = ctx.store.all(
    `SELECT coach_id, name, level FROM xcx_coaches WHERE store_id = ? AND coach_id NOT IN
       (SELECT coach_id FROM xcx_users WHERE coach_id IS NOT NULL) ORDER BY coach_id`,
    storeId,
  );
  return rows.map((row) => ({
    coach_id: int(row, 'coach_id'),
    name: text(row, 'name'),
    level: text(row, 'level'),
  }));
}

/** The coach that was picked, else the first who is free; when all have an account, a new coach is hired. */
function coachFor(ctx: Context, user: User, picked: number | undefined): number {
  const free = freeCoaches(ctx, user.store_id);
  if (picked !== undefined && !free.some(({ coach_id }) => coach_id === picked)) {
    throw conflict('该助教已有账号，或不属于本店');
  }
  const [first] = free;
  if (picked !== undefined || first !== undefined) return picked ?? first?.coach_id ?? 0;
  const sql = `INSERT INTO xcx_coaches (name, level, level_class, skills, hourly_income)
    VALUES (?, '初级', 'junior', '["BILLIARD"]', 58) RETURNING coach_id`;
  return int(ctx.store.one(sql, user.nickname), 'coach_id');
}

function grant(ctx: Context, user: User, { role, coach_id }: Review): void {
  if (user.role !== null && role === undefined) return;
  const manager = role === undefined ? MANAGER.test(user.applied_role_text ?? '') : role === 'manager';
  ctx.store.run(
    'UPDATE xcx_users SET role = ?, coach_id = ?, permissions = ? WHERE user_id = ?',
    manager ? 'manager' : 'coach',
    manager ? null : (user.coach_id ?? coachFor(ctx, user, coach_id)),
    JSON.stringify(manager ? MANAGER_PERMISSIONS : []),
    user.user_id,
  );
}

export interface Review {
  user_id: number;
  status: Status;
  /** Why, when it is refused or stopped. */
  reason?: string | undefined;
  /** When it is approved: as what, and as which coach. By the application's words when absent. */
  role?: 'coach' | 'manager' | undefined;
  coach_id?: number | undefined;
}

/** The store's decision about a person; the desk page and the dev panel call it. Throws 404, or 409 for a taken coach. */
export function review(ctx: Context, decision: Review): User {
  const { user_id, status, reason } = decision;
  const user = known(ctx, user_id);
  return ctx.store.transaction(() => {
    if (status === 'approved') grant(ctx, user, decision);
    const refused = status === 'rejected' ? '资料不符合要求' : null;
    const why = status === 'rejected' || status === 'disabled' ? (reason ?? refused) : null;
    ctx.store.run('UPDATE xcx_users SET status = ?, review_note = ? WHERE user_id = ?', status, why, user_id);
    return known(ctx, user_id);
  });
}
