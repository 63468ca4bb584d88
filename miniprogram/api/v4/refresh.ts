// V4 `POST /auth/refresh`, and what a refusal means for the person's sign-in.
import { tableOf } from '../../format/lookup';
import { cookieOf } from '../cookie';
import type { Failure, SignedOutReason } from '../errors';
import type { Exchange } from '../exchange';
import type { RefusalRules, Tokens } from '../gate';
import type { V4Routes } from './routes';
import { refreshSchema } from './schema/auth';

/** Cookie that carries the refresh token. */
export const REFRESH_COOKIE = 'refresh_token';

/**
 * Makes the gate's refresh: body field and cookie are both sent (the February revision reads the cookie alone), and the
 * old access token, by which the July revision finds the session. Rejects with `ApiError`.
 */
export function v4Refresh(exchange: Exchange, routes: V4Routes) {
  return async (tokens: Tokens): Promise<Tokens> => {
    const cookie = tokens.refresh_cookie ?? tokens.refresh_token;
    const { data, cookies } = await exchange.send(
      {
        route: routes.refresh,
        schema: refreshSchema,
        body: tokens.refresh_token === undefined ? {} : { refresh_token: tokens.refresh_token },
        options: { priority: 'first' },
      },
      {
        Authorization: `Bearer ${tokens.access_token}`,
        ...(cookie === undefined ? {} : { Cookie: `${REFRESH_COOKIE}=${cookie}` }),
      },
    );
    const refresh_token = data.refresh_token ?? tokens.refresh_token;
    const refresh_cookie = cookieOf(cookies, REFRESH_COOKIE) ?? tokens.refresh_cookie;
    return {
      access_token: data.access_token,
      ...(refresh_token === undefined ? {} : { refresh_token }),
      ...(refresh_cookie === undefined ? {} : { refresh_cookie }),
    };
  };
}

const REASONS = tableOf<SignedOutReason>({
  TOKEN_EXPIRED: 'expired',
  SESSION_EXPIRED: 'expired',
  SESSION_REPLACED: 'replaced',
  SESSION_REVOKED: 'revoked',
  SESSION_NOT_FOUND: 'invalid',
  INVALID_TOKEN: 'invalid',
  MISSING_TOKEN: 'invalid',
  INVALID_REFRESH_TOKEN: 'expired',
  REFRESH_TOKEN_REQUIRED: 'expired',
  USER_INACTIVE: 'inactive',
});

/** V4 §Envelope, row 401: `TOKEN_EXPIRED` (or a 401 nobody knows) is worth a refresh, the named others are final. */
export const v4RefusalRules: RefusalRules = {
  ofRequest(failure) {
    const code = failure.kind === 'api' ? failure.code : '';
    return code === 'TOKEN_EXPIRED' ? 'refresh' : (REASONS[code] ?? 'refresh');
  },
  ofRefresh(failure: Failure) {
    if (failure.kind !== 'api') return 'undecided';
    const known = REASONS[failure.code];
    if (known !== undefined && failure.status < 500) return known;
    return failure.status === 401 || failure.status === 403 ? 'expired' : 'undecided';
  },
};
