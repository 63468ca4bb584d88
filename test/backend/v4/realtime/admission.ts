// Who may open a socket: the token in CONNECT's `auth`, and the words of a refusal.
import type { Context } from '../../context';
import { textField } from '../../http/input';
import { checkAccess } from '../auth/gate';
import { readRefresh } from '../auth/tokens';
import { isConsole } from '../console/login';
import { ApiError } from '../errors';

export interface Admitted {
  user_id: number;
  session_token: string;
  device_id: string | null;
  kind: 'user' | 'admin';
}

/** Our codes to the words after `Authentication failed: `. An expired token counts as an invalid one. */
const WORDS: Readonly<Record<string, string>> = {
  SESSION_REPLACED: 'session_replaced',
  SESSION_REVOKED: 'session_replaced',
  SESSION_EXPIRED: 'session_expired',
  SESSION_NOT_FOUND: 'session_not_found',
  USER_INACTIVE: 'user not found',
};

const failed = (why: string) => new Error(`Authentication failed: ${why}`);

/** Throws an `Error` with the message that the client's `connect_error` carries. */
export async function admit(ctx: Context, auth: unknown): Promise<Admitted> {
  const token = textField(auth, 'token');
  if (token === undefined) throw new Error('Authentication required: missing token');
  try {
    const { user, session } = await checkAccess(ctx, token);
    const kind = user.is_admin && isConsole(session) ? 'admin' : 'user';
    const { session_token, device_id } = session;
    return { user_id: user.user_id, session_token, device_id, kind };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if ((await readRefresh(ctx, token)).state === 'valid') throw failed('missing session_token');
    throw failed(WORDS[error.code] ?? 'invalid token');
  }
}
