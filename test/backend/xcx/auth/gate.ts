// Who is calling, and what they may see. Throws 401 without a valid access token, 403 before approval.
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { forbidden, unauthorized } from '../errors';
import { bearer } from '../../v4/auth/gate';
import { liveFamily } from './logins';
import { readToken } from './tokens';
import { userById } from './users';
import type { Permission, Status, User } from './users';

const REFUSED: Readonly<Record<Exclude<Status, 'approved'>, string>> = {
  new: '请先提交入驻申请',
  pending: '申请审核中，请耐心等待',
  rejected: '申请未通过，请修改后重新提交',
  disabled: '账号已停用，请联系门店管理员',
};

/** Someone who may work. */
export interface Worker {
  user: User;
  store_id: number;
  /** Whose work is seen: one coach's, or the whole store's (null, a manager). */
  coach_id: number | null;
  may(permission: Permission): boolean;
}

export async function requireUser(ctx: Context, request: FastifyRequest): Promise<User> {
  const token = bearer(request);
  if (token === undefined) throw unauthorized('未登录');
  const claims = await readToken(ctx, 'access', token);
  if (claims === 'invalid') throw unauthorized('无效的登录凭证');
  const family = claims === 'expired' ? undefined : liveFamily(ctx, claims.family);
  if (claims === 'expired' || family === undefined || claims.serial < family.access_serial) {
    throw unauthorized('登录凭证已过期');
  }
  const user = userById(ctx, claims.user_id, family.store_id);
  if (user === undefined) throw unauthorized('无效的登录凭证');
  return user;
}

/** For everything but the account itself. */
export async function requireWorker(ctx: Context, request: FastifyRequest): Promise<Worker> {
  const user = await requireUser(ctx, request);
  if (user.status !== 'approved') throw forbidden(REFUSED[user.status]);
  if (user.coach_id === null && user.role !== 'manager') throw forbidden('账号尚未关联助教');
  const may = (permission: Permission) => user.permissions.includes(permission);
  return { user, store_id: user.store_id, coach_id: user.coach_id, may };
}
