// Who is calling: the access token, its session and its user, or the 401/403 that says why not.
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { ApiError, forbidden, unauthorized } from '../errors';
import { sessionByToken } from './sessions';
import type { EndReason, Session } from './session';
import { readAccess } from './tokens';
import { roleLevel, userById } from './users';
import type { User } from './users';

export interface Caller {
  user: User;
  session: Session;
}

/** The token of `Authorization: Bearer …`, if any. */
export function bearer(request: FastifyRequest): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** A device's own newer login is reported as "revoked", as the deployed backend does. */
export function sessionEnded(reason: EndReason): ApiError {
  return reason === 'other_device'
    ? unauthorized('SESSION_REPLACED', '您的账号已在其他设备登录，请重新登录')
    : unauthorized('SESSION_REVOKED', '登录已在设备管理中退出，请重新登录');
}

/** The session behind a token, when it may still be used. Throws 401 `SESSION_*`. */
export function requireLiveSession(ctx: Context, sessionToken: string): Session {
  const session = sessionByToken(ctx, sessionToken);
  if (session === undefined) throw unauthorized('SESSION_NOT_FOUND', '登录会话不存在，请重新登录');
  if (session.end_reason !== null) throw sessionEnded(session.end_reason);
  if (session.expires_at <= ctx.clock.now())
    throw unauthorized('SESSION_EXPIRED', '登录会话已过期，请重新登录');
  return session;
}

/** Throws 403 `USER_INACTIVE`, or 401 when the person is gone. */
export function requireActive(user: User | undefined): User {
  if (user === undefined) throw unauthorized('INVALID_TOKEN', '无效的Token');
  if (user.status !== 'active') throw new ApiError(403, 'USER_INACTIVE', '用户账号已被禁用');
  return user;
}

/** Checks an access token as a request or a socket brings it. Throws 401 or 403. */
export async function checkAccess(ctx: Context, token: string | undefined): Promise<Caller> {
  if (token === undefined) throw unauthorized('MISSING_TOKEN', '缺少认证Token');
  const read = await readAccess(ctx, token);
  if (read.state === 'invalid') throw unauthorized('INVALID_TOKEN', '无效的Token');
  const expired = unauthorized('TOKEN_EXPIRED', 'Token已过期');
  if (read.state === 'expired') throw expired;
  const session = requireLiveSession(ctx, read.claims.session_token);
  if (read.claims.serial < session.access_serial) throw expired;
  return { session, user: requireActive(userById(ctx, read.claims.user_id)) };
}

export function requireCaller(ctx: Context, request: FastifyRequest): Promise<Caller> {
  return checkAccess(ctx, bearer(request));
}

/** For the counter and other staff routes. Throws 403 `FORBIDDEN`. */
export async function requireStaff(ctx: Context, request: FastifyRequest): Promise<Caller> {
  const caller = await requireCaller(ctx, request);
  if (roleLevel(caller.user) < 100) throw forbidden('权限不足：需要门店工作人员权限');
  return caller;
}
