// People: reading them, registering a new number, and the shapes in which auth replies show them.
import { beijingIso, utcIso, wholeSecond } from '../../clock';
import type { Context } from '../../context';
import { int, maybeInt, text } from '../../db/store';
import type { Row } from '../../db/store';

export interface User {
  user_id: number;
  mobile: string;
  nickname: string;
  status: string;
  is_admin: boolean;
  history_total_points: number;
  created_at: number;
  last_login: number | null;
  login_count: number;
  refresh_serial: number;
}

const ROLE_USER = { role_uuid: 'de16237c-23f7-443d-92e4-3e7ee7c13985', role_name: 'user', role_level: 0 };
const ROLE_ADMIN = { role_uuid: '89afaa9c-eb5e-42c6-bb3f-4b5106e8ab4f', role_name: 'admin', role_level: 100 };

function read(row: Row | undefined): User | undefined {
  if (row === undefined) return undefined;
  return {
    user_id: int(row, 'user_id'),
    mobile: text(row, 'mobile'),
    nickname: text(row, 'nickname'),
    status: text(row, 'status'),
    is_admin: int(row, 'is_admin') === 1,
    history_total_points: int(row, 'history_total_points'),
    created_at: int(row, 'created_at'),
    last_login: maybeInt(row, 'last_login'),
    login_count: int(row, 'login_count'),
    refresh_serial: int(row, 'refresh_serial'),
  };
}

export function userById(ctx: Pick<Context, 'store'>, userId: number): User | undefined {
  return read(ctx.store.first('SELECT * FROM users WHERE user_id = ?', userId));
}

export function userByMobile(ctx: Context, mobile: string): User | undefined {
  return read(ctx.store.first('SELECT * FROM users WHERE mobile = ?', mobile));
}

/** Registers a number that logs in for the first time, as `用户` and its last four digits. */
export function register(ctx: Context, mobile: string): User {
  const row = ctx.store.one(
    'INSERT INTO users (mobile, nickname, created_at) VALUES (?, ?, ?) RETURNING *',
    mobile,
    `用户${mobile.slice(-4)}`,
    wholeSecond(ctx.clock.now()),
  );
  const user = read(row);
  if (user === undefined) throw new Error('the new user was not stored');
  return user;
}

export function countLogin(ctx: Context, user: User): void {
  const at = wholeSecond(ctx.clock.now());
  ctx.store.run(
    'UPDATE users SET last_login = ?, login_count = login_count + 1 WHERE user_id = ?',
    at,
    user.user_id,
  );
}

export const roleLevel = (user: User): number =>
  user.is_admin ? ROLE_ADMIN.role_level : ROLE_USER.role_level;
export const roles = (user: User) => (user.is_admin ? [ROLE_USER, ROLE_ADMIN] : [ROLE_USER]);

/** The user of a login reply: as before this login, so a new user has no `last_login`. */
export function loginView(user: User) {
  const { user_id, mobile, nickname, status, login_count } = user;
  const seen = user.last_login === null ? {} : { last_login: utcIso(user.last_login) };
  return {
    user_id,
    mobile,
    nickname,
    role_level: roleLevel(user),
    roles: roles(user),
    status,
    ...seen,
    login_count,
  };
}

/** The user of a refresh reply: no nickname. */
export function refreshView(user: User) {
  const { user_id, mobile, status } = user;
  return { user_id, mobile, role_level: roleLevel(user), roles: roles(user), status };
}

function times(user: User) {
  return {
    created_at: beijingIso(user.created_at),
    last_login: user.last_login === null ? null : beijingIso(user.last_login),
    login_count: user.login_count,
  };
}

export function verifyView(user: User) {
  const { user_id, mobile, nickname, status } = user;
  const levels = { roles: roles(user), role_level: roleLevel(user) };
  return { user_id, mobile, nickname, status, ...levels, ...times(user), valid: true, token_valid: true };
}

/** The user of the profile reply: the number is masked. */
export function profileView(user: User) {
  return {
    user_id: user.user_id,
    mobile: `${user.mobile.slice(0, 3)}****${user.mobile.slice(-4)}`,
    nickname: user.nickname,
    user_level: 'normal',
    role_level: roleLevel(user),
    roles: roles(user),
    status: user.status,
    consecutive_fail_count: 0,
    history_total_points: user.history_total_points,
    ...times(user),
  };
}

/** The user of a console sign-in: in their role of administrator alone. */
export function consoleView(user: User) {
  const { user_id, mobile, nickname, status } = user;
  const level = { user_level: 'normal', role_level: ROLE_ADMIN.role_level, roles: [ROLE_ADMIN] };
  return { user_id, mobile, nickname, status, ...level };
}
