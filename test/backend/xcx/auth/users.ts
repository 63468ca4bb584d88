// Staff accounts and how they are shown (AUTH-3).
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import type { Context } from '../../context';
import { int, maybeInt, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { texts } from '../data/rows';

export const STATUSES = ['new', 'pending', 'approved', 'rejected', 'disabled'] as const;
export type Status = (typeof STATUSES)[number];
/** `view_board_coach` opens what another coach did. */
export type Permission = 'finance' | 'all_customers' | 'view_board_coach';

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
  /** Why it was refused or stopped, as the reviewer wrote it. */
  review_note: string | null;
  /** Of the store that the login is for. */
  store_id: number;
  store_name: string;
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
    review_note: maybeText(row, 'review_note'),
    store_id: int(row, 'store_id'),
    store_name: text(row, 'store_name'),
  };
}

const SELECT = `SELECT u.*, c.level, s.name AS store_name FROM xcx_users u
  JOIN xcx_stores s USING (store_id) LEFT JOIN xcx_coaches c USING (coach_id)`;

/** The same person as another store knows them. */
const ELSEWHERE = `SELECT u.*, m.store_id, m.role, m.coach_id, m.permissions, c.level, s.name AS store_name
  FROM xcx_memberships m JOIN (SELECT user_id, openid, status, nickname, avatar_url, applied_role_text, review_note
    FROM xcx_users) u USING (user_id)
  JOIN xcx_stores s ON s.store_id = m.store_id LEFT JOIN xcx_coaches c ON c.coach_id = m.coach_id`;

/** @param storeId of the login; the person's own store when null, or when they do not belong there any more */
export function userById(ctx: Context, userId: number, storeId: number | null = null): User | undefined {
  const { store } = ctx;
  const there =
    storeId && store.first(`${ELSEWHERE} WHERE m.user_id = ? AND m.store_id = ?`, userId, storeId);
  const row = there || store.first(`${SELECT} WHERE user_id = ?`, userId);
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
  const { user_id, status, nickname, avatar_url, role, coach_level, review_note } = user;
  return {
    user_id,
    status,
    nickname,
    ...(avatar_url === null ? {} : { avatar_url }),
    ...(role === null ? {} : { role }),
    ...(status === 'approved' ? { store_name: user.store_name } : {}),
    ...(coach_level === null ? {} : { coach_level }),
    ...(status === 'rejected' ? { reject_reason: review_note } : {}),
  };
}
