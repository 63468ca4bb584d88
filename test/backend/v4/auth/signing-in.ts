// Login and refresh: what they check, what they open, what they answer.
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { cookie, textField } from '../../http/input';
import { withTimestamp } from '../envelope';
import type { Success } from '../envelope';
import { ApiError } from '../errors';
import { checkCode, requireMobile } from './codes';
import { bearer, requireActive, requireLiveSession } from './gate';
import { openSession, prolong } from './sessions';
import type { Device } from './sessions';
import type { Session } from './session';
import { REFRESH_LIFETIME_S, readAccess, readRefresh, signAccess, signRefresh } from './tokens';
import { countLogin, loginView, refreshView, register, userById, userByMobile } from './users';
import type { User } from './users';

const COOKIE_TAIL = 'HttpOnly; SameSite=Strict';
const PATH = 'Path=/api/v4/auth';

/** The `Set-Cookie` that forgets the refresh token. */
export const forgetCookie = {
  'set-cookie': `refresh_token=; ${PATH}; Expires=Thu, 01 Jan 1970 00:00:00 GMT; ${COOKIE_TAIL}`,
};

export function keepCookie(ctx: Context, token: string) {
  const expires = new Date(ctx.clock.now() + REFRESH_LIFETIME_S * 1000).toUTCString();
  const value = `refresh_token=${token}; Max-Age=${REFRESH_LIFETIME_S}; ${PATH}; Expires=${expires}; ${COOKIE_TAIL}`;
  return { 'set-cookie': value };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function deviceOf(request: FastifyRequest): Device {
  const wechat = /MicroMessenger/i.test(header(request, 'user-agent') ?? '');
  return {
    device_id: header(request, 'x-device-id')?.slice(0, 64) ?? null,
    platform: header(request, 'x-platform') ?? (wechat ? 'wechat_mp' : 'web'),
    ip: request.ip,
  };
}

export async function pair(ctx: Context, user: User, session: Session) {
  const access_token = await signAccess(ctx, session);
  const refresh_token = await signRefresh(ctx, user);
  return { access_token, refresh_token };
}

/** `POST /auth/login {mobile, verification_code}`: an unknown number is registered. */
export async function login(ctx: Context, request: FastifyRequest): Promise<Success> {
  const mobile = requireMobile(textField(request.body, 'mobile'));
  checkCode(ctx, mobile, textField(request.body, 'verification_code'));
  const known = userByMobile(ctx, mobile);
  const user = requireActive(known ?? register(ctx, mobile));
  const session = openSession(ctx, user.user_id, deviceOf(request));
  const tokens = await pair(ctx, user, session);
  countLogin(ctx, user);
  const is_new_user = known === undefined;
  const data = { ...tokens, user: loginView(user), is_new_user, expires_in: REFRESH_LIFETIME_S };
  const message = is_new_user ? '注册并登录成功' : '登录成功';
  const headers = keepCookie(ctx, tokens.refresh_token);
  return { code: 'SUCCESS', message, data: withTimestamp(ctx, data), headers };
}

/** What the client offers to refresh with; the February revision reads the cookie alone. */
function offered(ctx: Context, request: FastifyRequest): string {
  const fromBody = ctx.revision === 'february' ? undefined : textField(request.body, 'refresh_token');
  const token = fromBody ?? cookie(request.headers.cookie, 'refresh_token');
  if (token !== undefined) return token;
  const hint = '浏览器端请添加 credentials:"include"；小程序端请在请求体传 refresh_token';
  throw new ApiError(400, 'REFRESH_TOKEN_REQUIRED', '刷新Token不能为空', { hint });
}

async function userOfRefresh(ctx: Context, token: string): Promise<User> {
  const read = await readRefresh(ctx, token);
  const user = read.state === 'valid' ? userById(ctx, read.claims.user_id) : undefined;
  if (read.state !== 'valid' || user === undefined || read.claims.serial < user.refresh_serial) {
    throw new ApiError(401, 'INVALID_REFRESH_TOKEN', '刷新Token无效', {}, forgetCookie);
  }
  return requireActive(user);
}

/** The session that the old access token belongs to (expired or not). Throws 401 when that session has ended. */
async function sessionOfAccess(
  ctx: Context,
  request: FastifyRequest,
  user: User,
): Promise<Session | undefined> {
  const token = bearer(request);
  const read = token === undefined ? undefined : await readAccess(ctx, token);
  if (read === undefined || read.state === 'invalid' || read.claims.user_id !== user.user_id)
    return undefined;
  try {
    return requireLiveSession(ctx, read.claims.session_token);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.status, error.code, error.message, error.data, forgetCookie);
  }
}

/** `POST /auth/refresh`: with the old access token the session goes on, without it a new one is opened. */
export async function refresh(ctx: Context, request: FastifyRequest): Promise<Success> {
  const user = await userOfRefresh(ctx, offered(ctx, request));
  const current = await sessionOfAccess(ctx, request, user);
  if (current !== undefined) prolong(ctx, current);
  const tokens = await pair(ctx, user, current ?? openSession(ctx, user.user_id, deviceOf(request)));
  const data = { ...tokens, user: refreshView(user), expires_in: REFRESH_LIFETIME_S };
  const headers = keepCookie(ctx, tokens.refresh_token);
  return { code: 'SUCCESS', message: 'Token刷新成功', data: withTimestamp(ctx, data), headers };
}
