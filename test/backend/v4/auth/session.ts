// A login session as it is kept, and how one ends.

/**
 * Why a session ended. `same_device`: its device logged in again. `other_device`: another device took over.
 * `kicked`: ended from the device list. `logout`: by its owner.
 */
export type EndReason = 'same_device' | 'other_device' | 'kicked' | 'logout';

export interface SessionEnd {
  user_id: number;
  session_token: string;
  device_id: string | null;
  reason: EndReason;
}

export interface Session {
  authentication_session_id: bigint;
  session_token: string;
  user_id: number;
  device_id: string | null;
  login_platform: string;
  login_ip: string;
  last_activity: number;
  expires_at: number;
  access_serial: number;
  end_reason: EndReason | null;
}
