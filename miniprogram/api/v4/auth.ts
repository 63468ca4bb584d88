// V4 §4: signing in by phone and code, and what the backend knows about the person who did.
import * as v from 'valibot';
import type {
  LoginReply,
  LoginSessionsReply,
  ProfileReply,
  SendCodeReply,
  VerifyReply,
} from '../../../typings/v4/auth';
import type { CallOptions, Client } from '../client';
import { cookieOf } from '../cookie';
import type { Schema } from '../schema';
import { REFRESH_COOKIE } from './refresh';
import type { V4Routes } from './routes';
import { loginSchema, loginSessionsSchema, profileSchema, sendCodeSchema, verifySchema } from './schema/auth';

/** A sign-in's reply, and the refresh token that its `Set-Cookie` carried. */
export interface SignInReply {
  reply: LoginReply;
  refresh_cookie?: string;
}

/** A sent code's reply, and the backend's sentence: it says so when no message was really sent. */
export interface SentCode extends SendCodeReply {
  message: string;
}

/** Every method rejects with `ApiError`. */
export interface AuthApi {
  /**
   * `POST /auth/send-code`. `mobile`: 11 digits.
   * Refusals: 400 `INVALID_MOBILE_FORMAT`; 429 `SMS_RATE_LIMIT` with the seconds to wait.
   */
  sendCode(mobile: string, options?: CallOptions): Promise<SentCode>;
  /**
   * `POST /auth/login`; an unknown number is registered.
   * Refusals: 400 `MOBILE_REQUIRED`, `VERIFICATION_CODE_REQUIRED`; 401 `INVALID_VERIFICATION_CODE`,
   * `VERIFICATION_CODE_EXPIRED` (stay on the form); 403 `USER_INACTIVE`.
   */
  login(mobile: string, verification_code: string, options?: CallOptions): Promise<SignInReply>;
  /** `GET /auth/verify`: whose token this is. */
  verify(options?: CallOptions): Promise<VerifyReply>;
  /** `GET /auth/profile`; the phone number comes masked. */
  profile(options?: CallOptions): Promise<ProfileReply>;
  /** `POST /auth/logout`: ends this device's session. The answer holds nothing. */
  logout(options?: CallOptions): Promise<null>;
  /** `GET /auth/sessions` (deployed): the devices signed in. */
  loginSessions(options?: CallOptions): Promise<LoginSessionsReply>;
}

const nothing: Schema<null> = v.pipe(
  v.unknown(),
  v.transform(() => null),
);

/** Binds the auth calls to a client and a route table. */
export function createAuthApi(client: Client, routes: V4Routes): AuthApi {
  return {
    async sendCode(mobile, options) {
      const call = { route: routes.send_code, body: { mobile }, schema: sendCodeSchema, options };
      const { data, message } = await client.callFull({ ...call, auth: 'none' });
      return { ...data, message };
    },
    async login(mobile, verification_code, options) {
      const call = { route: routes.login, body: { mobile, verification_code }, schema: loginSchema, options };
      const { data, cookies } = await client.callFull({ ...call, auth: 'none' });
      const refresh_cookie = cookieOf(cookies, REFRESH_COOKIE);
      return { reply: data, ...(refresh_cookie === undefined ? {} : { refresh_cookie }) };
    },
    verify: (options) => client.call({ route: routes.verify, schema: verifySchema, options }),
    profile: (options) => client.call({ route: routes.profile, schema: profileSchema, options }),
    logout: (options) => client.call({ route: routes.logout, body: {}, schema: nothing, options }),
    loginSessions: (options) =>
      client.call({ route: routes.login_sessions, schema: loginSessionsSchema, options }),
  };
}
