// xcx AUTH-1…4 and the staff application.
import type { Open } from '../v4/common';

/** Where a person stands in the review; the server may extend it. */
export type ApiUserStatus = Open<'new' | 'pending' | 'approved' | 'rejected' | 'disabled'>;

/** A store that a person belongs to (+). */
export interface ApiStore {
  store_id: string;
  store_name: string;
}

/** AUTH-3: the person behind an xcx token. */
export interface ApiUserInfo {
  user_id: number;
  status: ApiUserStatus;
  nickname: string;
  avatar_url?: string;
  role?: string;
  store_name?: string;
  coach_level?: string;
  /** + Why the application was refused or the account stopped. */
  reject_reason?: string | null;
  /** + Of the store that the sign-in is for. */
  store_id?: string;
  /** + All of the person's, where they can be switched. */
  stores?: ApiStore[];
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
