// Signing in and refreshing (AUTH-1, 2, 4). A refresh token is good once: used again, its whole family is revoked.
import { randomUUID } from 'node:crypto';
import type { ApiLoginResponse, ApiRefreshResponse } from '../../../../typings/xcx/auth';
import type { Context } from '../../context';
import { int, maybeInt } from '../../db/store';
import { unauthorized } from '../errors';
import { readToken, signToken } from './tokens';
import { userById, userInfo } from './users';
import type { User } from './users';

export interface Family {
  family: string;
  access_serial: number;
  /** Null for the person's own store. */
  store_id: number | null;
}

/** A login that is not revoked, or undefined. */
export function liveFamily(ctx: Context, family: string): Family | undefined {
  const row = ctx.store.first('SELECT * FROM xcx_logins WHERE family = ? AND revoked = 0', family);
  return row && { family, access_serial: int(row, 'access_serial'), store_id: maybeInt(row, 'store_id') };
}

async function issue(
  ctx: Context,
  userId: number,
  { family, access_serial }: Omit<Family, 'store_id'>,
): Promise<ApiRefreshResponse> {
  const claims = { user_id: userId, family, serial: access_serial };
  const access = await signToken(ctx, 'access', claims);
  const refresh = await signToken(ctx, 'refresh', claims);
  ctx.store.run('INSERT INTO xcx_refresh_tokens (jti, family) VALUES (?, ?)', refresh.jti, family);
  return { access_token: access.token, refresh_token: refresh.token };
}

/** Opens a login of its own for this person. @param storeId where it is not the person's own store */
export async function signIn(
  ctx: Context,
  user: User,
  storeId: number | null = null,
): Promise<ApiLoginResponse> {
  const family = randomUUID();
  const sql = 'INSERT INTO xcx_logins (family, user_id, store_id) VALUES (?, ?, ?)';
  ctx.store.run(sql, family, user.user_id, storeId);
  const tokens = await issue(ctx, user.user_id, { family, access_serial: 1 });
  return { ...tokens, user: userInfo(user) };
}

export function revoke(ctx: Context, family: string): void {
  ctx.store.run('UPDATE xcx_logins SET revoked = 1 WHERE family = ?', family);
}

/** Exchanges a refresh token for two new tokens. Throws 401 for an expired, unknown, used or revoked one. */
export async function refresh(ctx: Context, token: string | undefined): Promise<ApiRefreshResponse> {
  const ended = unauthorized('登录已过期，请重新登录');
  const claims = token === undefined ? 'invalid' : await readToken(ctx, 'refresh', token);
  if (claims === 'expired' || claims === 'invalid') throw ended;
  const family = liveFamily(ctx, claims.family);
  if (family === undefined || userById(ctx, claims.user_id) === undefined) throw ended;
  const taken = ctx.store.run(
    'UPDATE xcx_refresh_tokens SET used = 1 WHERE jti = ? AND used = 0',
    claims.jti,
  );
  if (taken === 0) {
    revoke(ctx, claims.family);
    throw unauthorized('登录凭证被重复使用，请重新登录');
  }
  return issue(ctx, claims.user_id, family);
}
