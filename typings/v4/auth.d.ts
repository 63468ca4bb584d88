// V4 §4: sign-in by phone and code, JWT pairs, the devices a person is signed in on.
import type { Id, Open, WireTime } from './common';

/** One role of a user. */
export interface Role {
  role_uuid?: string;
  role_name: string;
  role_level: number;
}

/** The person behind a V4 token. */
export interface User {
  user_id: Id;
  /** Whole at sign-in, masked (`138****0001`) in the profile. */
  mobile: string;
  /** Absent in the reply to a refresh. */
  nickname?: string | null;
  role_level: number;
  roles: Role[];
  status: Open<'active' | 'inactive' | 'banned'>;
  user_level?: string;
  consecutive_fail_count?: number;
  history_total_points?: number;
  created_at?: WireTime;
  last_login?: WireTime | null;
  login_count?: number;
}

/** `POST /auth/send-code`. */
export interface SendCodeReply {
  /** Seconds that the code is valid for. */
  expires_in: number;
  /** False where no message provider is configured (development). */
  sms_sent?: boolean;
  sms_fail_code?: string;
}

/** `POST /auth/login`. `expires_in` cannot be trusted: read `exp` in the token. */
export interface LoginReply {
  access_token: string;
  /** Absent in the February revision, which keeps it in a cookie only. */
  refresh_token?: string;
  user: User;
  is_new_user?: boolean;
  expires_in?: number;
  timestamp?: WireTime;
}

/** `POST /auth/refresh`. */
export interface RefreshReply {
  access_token: string;
  refresh_token?: string;
  user?: User;
  expires_in?: number;
  timestamp?: WireTime;
}

/** `GET /auth/verify`. */
export interface VerifyReply extends User {
  valid: boolean;
  token_valid?: boolean;
  timestamp?: WireTime;
}

/** `GET /auth/profile`. */
export interface ProfileReply {
  user: User;
  timestamp?: WireTime;
}

/** One device a person is signed in on (`GET /auth/sessions`). */
export interface LoginSession {
  authentication_session_id: Id;
  device_id: string | null;
  login_platform?: string | null;
  login_ip?: string | null;
  login_location?: string | null;
  last_activity?: WireTime | null;
  expires_at?: WireTime | null;
  is_current: boolean;
}

/** `GET /auth/sessions`. */
export interface LoginSessionsReply {
  list: LoginSession[];
}
