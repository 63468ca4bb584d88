// Login sessions, one row each. A device id has at most one live session; a login without one adds a session.
import { randomUUID } from 'node:crypto';
import { beijingIso, wholeSecond } from '../../clock';
import type { Context } from '../../context';
import { id, int, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { readBack } from '../ids';
import type { EndReason, Session } from './session';
import { REFRESH_LIFETIME_S } from './tokens';

export interface Device {
  device_id: string | null;
  platform: string;
  ip: string;
}

const REASONS: readonly EndReason[] = ['same_device', 'other_device', 'kicked', 'logout'];

function read(row: Row): Session {
  const reason = maybeText(row, 'end_reason');
  return {
    authentication_session_id: id(row, 'authentication_session_id'),
    session_token: text(row, 'session_token'),
    user_id: int(row, 'user_id'),
    device_id: maybeText(row, 'device_id'),
    login_platform: text(row, 'login_platform'),
    login_ip: text(row, 'login_ip'),
    last_activity: int(row, 'last_activity'),
    expires_at: int(row, 'expires_at'),
    access_serial: int(row, 'access_serial'),
    end_reason: REASONS.find((known) => known === reason) ?? null,
  };
}

export function sessionByToken(ctx: Context, sessionToken: string): Session | undefined {
  const row = ctx.store.first('SELECT * FROM authentication_sessions WHERE session_token = ?', sessionToken);
  return row && read(row);
}

export function liveSessions(ctx: Context, userId: number): Session[] {
  return ctx.store
    .all(
      `SELECT * FROM authentication_sessions WHERE user_id = ? AND end_reason IS NULL AND expires_at > ?
       ORDER BY last_activity DESC, authentication_session_id`,
      userId,
      ctx.clock.now(),
    )
    .map(read);
}

/** Ends a live session and tells who listens (the sockets). Ending it again does nothing. */
export function endSession(ctx: Context, session: Session, reason: EndReason): void {
  const changed = ctx.store.run(
    'UPDATE authentication_sessions SET end_reason = ? WHERE session_token = ? AND end_reason IS NULL',
    reason,
    session.session_token,
  );
  const { user_id, session_token, device_id } = session;
  if (changed > 0) ctx.sessionEnds.tell({ user_id, session_token, device_id, reason });
}

/**
 * Opens a session. The same device's older session ends; in the February revision every other one of that
 * user ends too.
 */
export function openSession(ctx: Context, userId: number, device: Device): Session {
  for (const older of liveSessions(ctx, userId)) {
    if (device.device_id !== null && older.device_id === device.device_id)
      endSession(ctx, older, 'same_device');
    else if (ctx.revision === 'february') endSession(ctx, older, 'other_device');
  }
  const at = wholeSecond(ctx.clock.now());
  const row = ctx.store.one(
    `INSERT INTO authentication_sessions
       (session_token, user_id, device_id, login_platform, login_ip, last_activity, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    randomUUID(),
    userId,
    device.device_id,
    device.platform,
    device.ip,
    at,
    at + REFRESH_LIFETIME_S * 1000,
  );
  return read(row);
}

/** Prolongs a session after a refresh. */
export function prolong(ctx: Context, session: Session): void {
  const at = wholeSecond(ctx.clock.now());
  ctx.store.run(
    'UPDATE authentication_sessions SET last_activity = ?, expires_at = ? WHERE session_token = ?',
    at,
    at + REFRESH_LIFETIME_S * 1000,
    session.session_token,
  );
}

export function sessionView(session: Session, currentToken: string) {
  return {
    authentication_session_id: readBack(session.authentication_session_id),
    device_id: session.device_id,
    login_platform: session.login_platform,
    login_ip: session.login_ip,
    login_location: null,
    last_activity: beijingIso(session.last_activity),
    expires_at: beijingIso(session.expires_at),
    is_current: session.session_token === currentToken,
  };
}
