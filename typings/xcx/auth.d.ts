// xcx AUTH-1…4 and the staff application.
import type { Open } from '../v4/common';

/** Where a person stands in the review; the server may extend it. */
export type ApiUserStatus = Open<'new' | 'pending' | 'approved' | 'rejected' | 'disabled'>;

/** AUTH-3: the person behind an xcx token. */
export interface ApiUserInfo {
  user_id: number;
  status: ApiUserStatus;
  nickname: string;
  avatar_url?: string;
  role?: string;
  store_name?: string;
  coach_level?: string;
  /** Why the application was refused (known from the real system, not in the seed). */
  reject_reason?: string | null;
}

/** AUTH-1 and AUTH-2: reply to a sign-in. */
export interface ApiLoginResponse {
  access_token: string;
  refresh_token: string;
  user: ApiUserInfo;
}

/** AUTH-4: both tokens are new after each refresh. */
export interface ApiRefreshResponse {
  access_token: string;
  refresh_token: string;
}
