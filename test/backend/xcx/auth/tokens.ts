// Access (2 h) and refresh (7 d) tokens, HS256. Every token belongs to a login, its family.
import { randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Context } from '../../context';

export const ACCESS_LIFETIME_S = 2 * 60 * 60;
export const REFRESH_LIFETIME_S = 7 * 24 * 60 * 60;
const ISSUER = 'xcx';

export type TokenUse = 'access' | 'refresh';

export interface Claims {
  user_id: number;
  family: string;
  jti: string;
  /** The family's serial at issue; the dev panel raises it to expire access tokens early. */
  serial: number;
}

/** Signs a token and returns it with its `jti`. */
export async function signToken(ctx: Context, use: TokenUse, claims: Omit<Claims, 'jti'>) {
  const iat = Math.floor(ctx.clock.now() / 1000);
  const jti = randomUUID();
  const lifetime = use === 'access' ? ACCESS_LIFETIME_S : REFRESH_LIFETIME_S;
  const token = await new SignJWT({ ...claims, use, jti })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setIssuedAt(iat)
    .setExpirationTime(iat + lifetime)
    .sign(ctx.secrets.tokens);
  return { token, jti };
}

/** What a token of this use says; `expired` when it is too old, `invalid` when it is none of ours. */
export async function readToken(
  ctx: Context,
  use: TokenUse,
  token: string,
): Promise<Claims | 'expired' | 'invalid'> {
  try {
    const options = { currentDate: new Date(ctx.clock.now()), algorithms: ['HS256'], issuer: ISSUER };
    const { payload } = await jwtVerify(token, ctx.secrets.tokens, options);
    const { user_id, family, jti, serial } = payload;
    if (payload['use'] !== use || typeof user_id !== 'number' || typeof serial !== 'number') return 'invalid';
    return typeof family === 'string' && jti !== undefined ? { user_id, family, jti, serial } : 'invalid';
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired';
    if (error instanceof errors.JOSEError) return 'invalid';
    throw error;
  }
}
