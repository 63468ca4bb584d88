// xcx AUTH-1…3 and the application: who the staff member is, and where the review of them stands.
import type { ApiLoginResponse, ApiUserInfo } from '../../../typings/xcx/auth';
import type { CallOptions, Client } from '../client';
import { xcxRoutes } from './routes';
import { loginSchema } from './schema/auth';
import { staffUserSchema } from './schema/user';

/** What a person applies with. `site_code`: two letters and three digits. `phone`: 11 digits. */
export interface Application {
  site_code: string;
  applied_role_text: string;
  phone: string;
  employee_number?: string;
  nickname: string;
}

/** Every method rejects with `ApiError`. */
export interface StaffAuthApi {
  /** AUTH-1: `code` is what `wx.login` gave; it serves once. Refusals: 401 for a code that is no longer good. */
  login(code: string, options?: CallOptions): Promise<ApiLoginResponse>;
  /** AUTH-2: a made-up person; the backend offers it in development only (404 elsewhere). */
  devLogin(openid: string, status?: string, options?: CallOptions): Promise<ApiLoginResponse>;
  /** AUTH-3: the person behind the token; works at every review status. */
  me(options?: CallOptions): Promise<ApiUserInfo>;
  /**
   * Signs in at another of the person's stores (`stores` of AUTH-3); the sign-in so far stays good. Refusals: 403 for a
   * store that is not theirs, 404 where the backend knows one store only.
   */
  switchStore(store_id: string, options?: CallOptions): Promise<ApiLoginResponse>;
  /** Applies, or applies again after a refusal. Refusals: 422 names the field, 409 when there is nothing to apply for. */
  apply(application: Application, options?: CallOptions): Promise<ApiUserInfo>;
}

/** Binds the account calls to a client. */
export function createStaffAuthApi(client: Client): StaffAuthApi {
  return {
    login: (code, options) =>
      client.call({ route: xcxRoutes.login, body: { code }, schema: loginSchema, auth: 'none', options }),
    devLogin: (openid, status, options) =>
      client.call({
        route: xcxRoutes.dev_login,
        body: { openid, ...(status === undefined ? {} : { status }) },
        schema: loginSchema,
        auth: 'none',
        options,
      }),
    me: (options) => client.call({ route: xcxRoutes.me, schema: staffUserSchema, options }),
    switchStore: (store_id, options) =>
      client.call({ route: xcxRoutes.switch_store, body: { store_id }, schema: loginSchema, options }),
    apply: (application, options) =>
      client.call({ route: xcxRoutes.apply, body: application, schema: staffUserSchema, options }),
  };
}
