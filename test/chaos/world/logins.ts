// Who is signed in at the virtual backend: tokens that expire, are renewed, replaced and ended, as the real one's do.
import { field, textField } from '../../backend/http/input';
import { unauthorized } from '../../backend/v4/errors';
import type { WorldTime } from './time';

interface Login {
  user_id: number;
  /** Raised to expire every access token made before. */
  serial: number;
  ended: string | undefined;
  /** When its last tokens were made, ms. */
  made_at: number;
}

const HOURS_24 = 24 * 3600;
const YOUNG_MS = 1_000;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const user = (user_id: number) => ({
  ...{ user_id, nickname: `顾客${user_id}`, role_level: 0, roles: [], status: 'active' },
  mobile: `138000000${user_id}`,
});

export class Logins {
  private readonly logins = new Map<string, Login>();
  private count = 0;

  constructor(private readonly time: WorldTime) {}

  /** `mobile` ends in the person's number. */
  signIn(body: unknown) {
    const user_id = Number((textField(body, 'mobile') ?? '').slice(-2));
    const id = `login${(this.count += 1)}`;
    this.logins.set(id, { user_id, serial: 1, ended: undefined, made_at: this.time.now() });
    return { ...this.tokens(id), user: user(user_id), is_new_user: false, expires_in: 604_800 };
  }

  refresh(token: string, body: unknown) {
    const id = this.idOf(textField(body, 'refresh_token') ?? token);
    const login = this.logins.get(id);
    if (login === undefined || login.ended !== undefined) {
      throw unauthorized(login?.ended ?? 'INVALID_REFRESH_TOKEN', '登录已失效');
    }
    return this.tokens(id);
  }

  signOut(token: string): null {
    this.end(this.idOf(token), 'SESSION_NOT_FOUND');
    return null;
  }

  /** The person behind a token. Throws 401 as the real gate does. */
  require(token: string): number {
    const login = this.logins.get(this.idOf(token));
    if (login === undefined) throw unauthorized('INVALID_TOKEN', '登录无效');
    if (login.ended !== undefined) throw unauthorized(login.ended, '登录状态已变更');
    if (this.claims(token).serial < login.serial) throw unauthorized('TOKEN_EXPIRED', 'Token已过期');
    return login.user_id;
  }

  /** Every access token made so far is worth a refresh; one that was made within a second does not expire. */
  expireTokens(): void {
    const now = this.time.now();
    for (const login of this.logins.values()) if (now - login.made_at >= YOUNG_MS) login.serial += 1;
  }

  /** Ends every sign-in of a person; `code` is what they hear. */
  endAll(user_id: number, code: string): void {
    for (const [id, login] of this.logins)
      if (login.user_id === user_id && login.ended === undefined) this.end(id, code);
  }

  private end(id: string, code: string): void {
    const login = this.logins.get(id);
    if (login !== undefined) login.ended = code;
  }

  private tokens(id: string) {
    const login = this.logins.get(id);
    if (login !== undefined) login.made_at = this.time.now();
    const serial = login?.serial ?? 0;
    const exp = Math.floor(this.time.now() / 1000) + HOURS_24;
    const token = (kind: string) => `h.${encoded({ id, serial, exp, kind })}.s`;
    return { access_token: token('access'), refresh_token: token('refresh') };
  }

  private claims(token: string): { id: string; serial: number } {
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const read = text === '' ? {} : (JSON.parse(text) as unknown);
    return { id: textField(read, 'id') ?? '', serial: Number(field(read, 'serial') ?? 0) };
  }

  private idOf(token: string): string {
    return this.claims(token).id;
  }
}
