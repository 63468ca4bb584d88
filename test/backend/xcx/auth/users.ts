// Staff accounts and how they are shown (AUTH-3).
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import type { Context } from '../../context';
import { int, maybeInt, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { texts } from '../data/rows';
import { STORE_NAME } from '../data/store';

export const STATUSES = ['new', 'pending', 'approved', 'rejected', 'disabled'] as const;
export type Status = (typeof STATUSES)[number];
export type Permission = 'finance' | 'all_customers';

export interface User {
  user_id: number;
  openid: string;
  status: Status;
  nickname: string;
  avatar_url: string | null;
  role: string | null;
  coach_id: number | null;
  coach_level: string | null;
  permissions: readonly string[];
  applied_role_text: string | null;
  reject_reason: string | null;
}

function read(row: Row): User {
  const status = text(row, 'status');
  return {
    user_id: int(row, 'user_id'),
    openid: text(row, 'openid'),
    status: STATUSES.find((known) => known === status) ?? 'disabled',
    nickname: text(row, 'nickname'),
    avatar_url: maybeText(row, 'avatar_url'),
    role: maybeText(row, 'role'),
    coach_id: maybeInt(row, 'coach_id'),
    coach_level: maybeText(row, 'level'),
    permissions: texts(row, 'permissions'),
    applied_role_text: maybeText(row, 'applied_role_text'),
    reject_reason: maybeText(row, 'reject_reason'),
  };
}

const SELECT = 'SELECT u.*, c.level FROM xcx_users u LEFT JOIN xcx_coaches c USING (coach_id)';

export function userById(ctx: Context, userId: number): User | undefined {
  const row = ctx.store.first(`${SELECT} WHERE user_id = ?`, userId);
  return row && read(row);
}

/** The account of an openid; an unknown one is made, with status `new`. */
export function userByOpenid(ctx: Context, openid: string): User {
  const sql = `INSERT OR IGNORE INTO xcx_users (openid, status, nickname) VALUES (?, 'new', '微信用户')`;
  ctx.store.run(sql, openid);
  return read(ctx.store.one(`${SELECT} WHERE openid = ?`, openid));
}

/** Those who wait for a review, the longest waiting first. */
export function applicants(ctx: Context): User[] {
  const sql = `${SELECT} WHERE status = 'pending' ORDER BY applied_at, user_id`;
  return ctx.store.all(sql).map(read);
}

/** Everyone, for the dev panel. */
export function allUsers(ctx: Context): User[] {
  return ctx.store.all(`${SELECT} ORDER BY user_id`).map(read);
}

/** As AUTH-3 shows it; what there is not is left out. */
export function userInfo(user: User): ApiUserInfo {
  const { user_id, status, nickname, avatar_url, role, coach_level, reject_reason } = user;
  return {
    user_id,
    status,
    nickname,
    ...(avatar_url === null ? {} : { avatar_url }),
    ...(role === null ? {} : { role }),
    ...(status === 'approved' ? { store_name: STORE_NAME } : {}),
    ...(coach_level === null ? {} : { coach_level }),
    ...(status === 'rejected' ? { reject_reason } : {}),
  };
}
