// Access and refresh tokens (HS256). The access token lives 24 h, whatever `expires_in` says.
import { randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import type { Context } from '../../context';
import type { Session } from './session';
import type { User } from './users';

export const ACCESS_LIFETIME_S = 24 * 60 * 60;
export const REFRESH_LIFETIME_S = 7 * 24 * 60 * 60;

export interface AccessClaims {
  user_id: number;
  session_token: string;
  /** The session's serial when the token was issued; the dev panel raises it to expire tokens early. */
  serial: number;
}

export interface RefreshClaims {
  user_id: number;
  serial: number;
}

export type Read<T> = { state: 'valid'; claims: T } | { state: 'expired'; claims: T } | { state: 'invalid' };

function sign(ctx: Context, payload: JWTPayload, serial: number, lifetimeS: number): Promise<string> {
  const iat = Math.floor(ctx.clock.now() / 1000);
  return new SignJWT({ ...payload, jti: `${serial}.${randomUUID()}` })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(iat)
    .setExpirationTime(iat + lifetimeS)
    .sign(ctx.secrets.tokens);
}

export function signAccess(ctx: Context, session: Session): Promise<string> {
  const { user_id, session_token, device_id } = session;
  return sign(ctx, { user_id, session_token, device_id }, session.access_serial, ACCESS_LIFETIME_S);
}

export function signRefresh(ctx: Context, user: User): Promise<string> {
  return sign(ctx, { user_id: user.user_id, type: 'refresh' }, user.refresh_serial, REFRESH_LIFETIME_S);
}

async function read(ctx: Context, token: string): Promise<Read<JWTPayload>> {
  try {
    const options = { currentDate: new Date(ctx.clock.now()), algorithms: ['HS256'] };
    const { payload } = await jwtVerify(token, ctx.secrets.tokens, options);
    return { state: 'valid', claims: payload };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { state: 'expired', claims: error.payload };
    if (error instanceof errors.JOSEError) return { state: 'invalid' };
    throw error;
  }
}

const serialOf = (claims: JWTPayload): number => Number.parseInt(claims.jti ?? '', 10);

/** Reads an access token; an expired one still tells whose it was. */
export async function readAccess(ctx: Context, token: string): Promise<Read<AccessClaims>> {
  const result = await read(ctx, token);
  if (result.state === 'invalid') return result;
  const { user_id, session_token } = result.claims;
  if (typeof user_id !== 'number' || typeof session_token !== 'string') return { state: 'invalid' };
  return { state: result.state, claims: { user_id, session_token, serial: serialOf(result.claims) } };
}

export async function readRefresh(ctx: Context, token: string): Promise<Read<RefreshClaims>> {
  const result = await read(ctx, token);
  if (result.state === 'invalid') return result;
  const { user_id, type } = result.claims;
  if (typeof user_id !== 'number' || type !== 'refresh') return { state: 'invalid' };
  return { state: result.state, claims: { user_id, serial: serialOf(result.claims) } };
}
