// Applying for an account, and its review by the store.
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import type { Context } from '../../context';
import { field, textField } from '../../http/input';
import { int } from '../../db/store';
import { MANAGER_PERMISSIONS } from '../data/accounts';
import { conflict, forbidden, invalid, notFound } from '../errors';
import { lineIn } from '../input';
import { userById, userInfo } from './users';
import type { Status, User } from './users';

const SITE_CODE = /^[A-Za-z]{2}\d{3}$/;
const PHONE = /^1[3-9]\d{9}$/;
const MANAGER = /店长|经理|manager/i;

function checked(body: unknown, name: string, pattern: RegExp, problem: string): string {
  const value = textField(body, name) ?? '';
  if (!pattern.test(value)) throw invalid(problem);
  return value;
}

/**
 * Files an application; a refused one may be filed again. Throws 422 for a bad field, 409 while one is under review
 * or granted, 403 for a stopped account.
 */
export function apply(ctx: Context, user: User, body: unknown): ApiUserInfo {
  if (user.status === 'disabled') throw forbidden('账号已停用，请联系门店管理员');
  if (user.status === 'approved') throw conflict('账号已通过审核');
  if (user.status === 'pending') throw conflict('申请审核中，请勿重复提交');
  const number = field(body, 'employee_number') ?? null;
  if (number !== null && typeof number !== 'string') throw invalid('工号应为文字');
  ctx.store.run(
    `UPDATE xcx_users SET status = 'pending', reject_reason = NULL, site_code = ?, phone = ?, nickname = ?,
       applied_role_text = ?, employee_number = ?, applied_at = ? WHERE user_id = ?`,
    checked(body, 'site_code', SITE_CODE, '门店编号应为 2 位字母加 3 位数字').toUpperCase(),
    checked(body, 'phone', PHONE, '手机号格式不正确'),
    lineIn(body, 'nickname', '称呼', 20),
    lineIn(body, 'applied_role_text', '申请身份', 20),
    number?.trim() || null,
    ctx.clock.now(),
    user.user_id,
  );
  return shown(ctx, user.user_id);
}

function shown(ctx: Context, userId: number): ApiUserInfo {
  const user = userById(ctx, userId);
  if (user === undefined) throw notFound('账号不存在');
  return userInfo(user);
}

/** A coach of the store who has no account yet; when all have one, a new coach is hired. */
function coachFor(ctx: Context, user: User): number {
  const free = ctx.store.first(
    `SELECT coach_id FROM xcx_coaches WHERE coach_id NOT IN
       (SELECT coach_id FROM xcx_users WHERE coach_id IS NOT NULL) ORDER BY coach_id LIMIT 1`,
  );
  const sql = `INSERT INTO xcx_coaches (name, level, level_class, skills, hourly_income)
    VALUES (?, '初级', 'junior', '["BILLIARD"]', 58) RETURNING coach_id`;
  return int(free ?? ctx.store.one(sql, user.nickname), 'coach_id');
}

function grant(ctx: Context, user: User): void {
  if (user.role !== null) return;
  const manager = MANAGER.test(user.applied_role_text ?? '');
  ctx.store.run(
    'UPDATE xcx_users SET role = ?, coach_id = ?, permissions = ? WHERE user_id = ?',
    manager ? 'manager' : 'coach',
    manager ? null : coachFor(ctx, user),
    JSON.stringify(manager ? MANAGER_PERMISSIONS : []),
    user.user_id,
  );
}

export interface Review {
  user_id: number;
  status: Status;
  /** Why, when it is refused. */
  reason?: string | undefined;
}

/** The store's decision about a person; the desk page and the dev panel call it. Throws 404. */
export function review(ctx: Context, { user_id, status, reason }: Review): ApiUserInfo {
  const user = userById(ctx, user_id);
  if (user === undefined) throw notFound('账号不存在');
  return ctx.store.transaction(() => {
    if (status === 'approved') grant(ctx, user);
    const why = status === 'rejected' ? (reason ?? '资料不符合要求') : null;
    ctx.store.run(
      'UPDATE xcx_users SET status = ?, reject_reason = ? WHERE user_id = ?',
      status,
      why,
      user_id,
    );
    return shown(ctx, user_id);
  });
}
