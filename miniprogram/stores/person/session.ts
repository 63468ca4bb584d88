// Who is signed in, as customer, as staff, or both; signing in and out. Observable (MobX).
import type { User } from '../../../typings/v4/auth';
import type { ApiUserInfo } from '../../../typings/xcx/auth';
import type { SignedOutReason } from '../../api/errors';
import { ApiError } from '../../api/errors';
import { asApiError } from '../../api/exchange';
import { settled } from '../../api/settled';
import type { TokenPort, Tokens } from '../../api/gate';
import type { AuthApi, SentCode } from '../../api/v4/auth';
import type { Application, StaffAuthApi } from '../../api/xcx/auth';
import { createAbort } from '../../platform/abort';
import type { LoginPort, Off, Timers } from '../../platform/ports';
import type { StorageArea } from '../../platform/storage-types';
import type { Identity, IdentityName, IdentityState } from './identity';

export type { IdentityName, IdentityState } from './identity';

export interface SessionStore {
  readonly customer: IdentityState<User>;
  readonly staff: IdentityState<ApiUserInfo>;
  /** V4 `POST /auth/send-code`. `mobile`: 11 digits. Rejects with `ApiError`. */
  requestCode(mobile: string): Promise<SentCode>;
  /** V4 `POST /auth/login`. Rejects with `ApiError`; nothing changes then. */
  signIn(mobile: string, verification_code: string): Promise<{ is_new_user: boolean }>;
  /** V4 `GET /auth/profile`: the customer as the server now describes them. Rejects with `ApiError`. */
  refreshCustomer(): Promise<void>;
  /** AUTH-1 with a code of `wx.login`; calls that overlap share one. Rejects with `ApiError`; nothing changes then. */
  signInStaff(): Promise<ApiUserInfo>;
  /** AUTH-3: the staff member as the server now describes them, with the review status. Rejects with `ApiError`. */
  refreshStaff(): Promise<ApiUserInfo>;
  /** Applies to work here; `pending` afterwards. Rejects with `ApiError`. */
  applyAsStaff(application: Application): Promise<ApiUserInfo>;
  /**
   * Signs in at another of the person's stores: all that was built for the first one is left, what was cached of it is
   * dropped; drafts stay. Rejects with `ApiError`; nothing changes then.
   */
  switchStore(store_id: string): Promise<void>;
  /** Takes a staff sign-in made elsewhere (AUTH-2, development). */
  adoptStaff(tokens: Tokens, user: ApiUserInfo): void;
  /** Tells the server, best effort, then wipes everything of that identity. Never rejects. */
  signOut(identity: IdentityName): Promise<void>;
  /** Told once per sign-in that ends, by the person (`left`) or by the server; its data is out of reach by then. */
  onSignedOut(listener: (identity: IdentityName, reason: SignedOutReason) => void): Off;
  /** The signed-in person's shelf (caches, drafts, outbox, codes); `undefined` when signed out. */
  area(identity: IdentityName): StorageArea | undefined;
  /** For the gates and the socket. */
  tokens(identity: IdentityName): TokenPort;
}

export interface SessionParts {
  customer: Identity<User>;
  staff: Identity<ApiUserInfo>;
  auth: Pick<AuthApi, 'sendCode' | 'login' | 'profile' | 'logout'>;
  staff_auth: Pick<StaffAuthApi, 'login' | 'me' | 'apply' | 'switchStore'>;
  login: LoginPort;
  timers: Timers;
  /** How long signing out waits for the server, ms. */
  logout_ms: number;
}

export function createSessionStore(parts: SessionParts): SessionStore {
  const { auth, staff_auth, timers } = parts;
  let signing_in: Promise<ApiUserInfo> | undefined;
  const of = { customer: parts.customer, staff: parts.staff };

  /** Ends the session at the server. Whatever comes of it, the person is signed out here. */
  async function tellServer(): Promise<void> {
    const abort = createAbort();
    const cancel = timers.after(parts.logout_ms, () => abort.abort());
    const late = new Promise<void>((resolve) => abort.signal.onAbort(resolve));
    // A failure is ignored: signing out here is what matters, and the server's session expires by itself.
    await Promise.race([settled(auth.logout({ signal: abort.signal })), late]);
    cancel();
  }

  async function signInStaffNow(): Promise<ApiUserInfo> {
    const code = await parts.login.code().catch((error: unknown) => {
      // A phone that gives no code (offline, WeChat refuses) fails as a request does.
      throw asApiError(error) ?? error;
    });
    const asked = staff_auth.login(code);
    const { access_token, refresh_token, user } = await whileTheSame(parts.staff, asked);
    parts.staff.adopt({ access_token, refresh_token }, user);
    return user;
  }

  /** The server's answer; rejects with `aborted` if by then somebody else is signed in than when it was asked. */
  async function whileTheSame<T>({ port }: Pick<Identity<unknown>, 'port'>, asked: Promise<T>): Promise<T> {
    const before = port.read()?.session;
    const answer = await asked;
    if (port.read()?.session !== before) throw new ApiError({ kind: 'aborted' });
    return answer;
  }

  /** Takes what the server says of the staff member. */
  async function describeStaff(asked: Promise<ApiUserInfo>): Promise<ApiUserInfo> {
    const user = await whileTheSame(parts.staff, asked);
    parts.staff.update(user);
    return user;
  }

  return {
    get customer() {
      return parts.customer.state;
    },
    get staff() {
      return parts.staff.state;
    },
    requestCode: (mobile) => auth.sendCode(mobile),
    async signIn(mobile, verification_code) {
      const asked = auth.login(mobile, verification_code);
      const { reply, refresh_cookie } = await whileTheSame(parts.customer, asked);
      const { access_token, refresh_token, user, is_new_user = false } = reply;
      const tokens: Tokens = {
        access_token,
        ...(refresh_token === undefined ? {} : { refresh_token }),
        ...(refresh_cookie === undefined ? {} : { refresh_cookie }),
      };
      parts.customer.adopt(tokens, user);
      return { is_new_user };
    },
    async refreshCustomer() {
      const { user } = await whileTheSame(parts.customer, auth.profile());
      parts.customer.update(user);
    },
    signInStaff() {
      signing_in ??= signInStaffNow().finally(() => {
        signing_in = undefined;
      });
      return signing_in;
    },
    refreshStaff: () => describeStaff(staff_auth.me()),
    applyAsStaff: (application) => describeStaff(staff_auth.apply(application)),
    async switchStore(store_id) {
      const asked = staff_auth.switchStore(store_id);
      const { access_token, refresh_token, user } = await whileTheSame(parts.staff, asked);
      parts.staff.adopt({ access_token, refresh_token }, user, 'moves');
    },
    adoptStaff: (tokens, user) => parts.staff.adopt(tokens, user),
    async signOut(identity) {
      const leaving = of[identity].port.read()?.session;
      // xcx has no logout call.
      if (identity === 'customer' && leaving !== undefined) await tellServer();
      const now = of[identity].port.read()?.session;
      // Someone may have signed in while the server was being told: that sign-in stays.
      if (now === undefined || now === leaving) of[identity].end('left');
    },
    onSignedOut(listener) {
      const offs = [
        parts.customer.onEnd((reason) => listener('customer', reason)),
        parts.staff.onEnd((reason) => listener('staff', reason)),
      ];
      return () => offs.forEach((off) => off());
    },
    area: (identity) => of[identity].area(),
    tokens: (identity) => of[identity].port,
  };
}
