// The demo accounts: one for each review status, a manager, and a coach without a past.
import { int } from '../../db/store';
import type { Store } from '../../db/store';
import { DAY_MS } from '../time';
import { COACHES, DEMO_COACH, NEW_COACH } from './store';

export interface Account {
  openid: string;
  status: 'new' | 'pending' | 'approved' | 'rejected' | 'disabled';
  role?: 'coach' | 'manager';
  coach_id?: number;
  about: string;
}

export const ACCOUNTS: readonly Account[] = [
  {
    openid: 'demo-coach',
    status: 'approved',
    role: 'coach',
    coach_id: DEMO_COACH,
    about: 'a coach with a year of work',
  },
  { openid: 'demo-manager', status: 'approved', role: 'manager', about: 'sees the whole store, and finance' },
  {
    openid: 'demo-empty',
    status: 'approved',
    role: 'coach',
    coach_id: NEW_COACH,
    about: 'a coach hired today: everything is empty',
  },
  { openid: 'demo-new', status: 'new', about: 'has not applied yet' },
  { openid: 'demo-pending', status: 'pending', about: 'under review' },
  { openid: 'demo-rejected', status: 'rejected', about: 'refused, with a reason' },
  { openid: 'demo-disabled', status: 'disabled', about: 'stopped' },
];

/** What a manager may do that a coach may not. */
export const MANAGER_PERMISSIONS = ['finance', 'all_customers'] as const;
export const REJECT_REASON = '门店编号与登记信息不一致，请核对后重新提交';

function nicknameOf({ status, role, coach_id }: Account): string {
  if (coach_id !== undefined) return COACHES.find((coach) => coach.coach_id === coach_id)?.name ?? '';
  if (role === 'manager') return '店长陶然';
  return status === 'new' ? '微信用户' : '应聘助教';
}

export function seedAccounts(store: Store, now: number): void {
  ACCOUNTS.forEach((account, index) => {
    const { openid, status, role } = account;
    const asked = status !== 'new';
    store.run(
      `INSERT INTO xcx_users (openid, status, nickname, role, coach_id, permissions, site_code, applied_role_text,
         phone, reject_reason, applied_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      openid,
      status,
      nicknameOf(account),
      role ?? null,
      account.coach_id ?? null,
      JSON.stringify(role === 'manager' ? MANAGER_PERMISSIONS : []),
      asked ? 'HZ001' : null,
      asked ? (role === 'manager' ? '店长' : '助教') : null,
      asked ? String(13_800_000_100 + index) : null,
      status === 'rejected' ? REJECT_REASON : null,
      asked ? now - (30 - index) * DAY_MS : null,
    );
  });
}

export function userIdOf(store: Store, openid: string): number {
  return int(store.one('SELECT user_id FROM xcx_users WHERE openid = ?', openid), 'user_id');
}
