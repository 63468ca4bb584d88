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
  /** The same person as a customer, by the number that signs in there. */
  mobile?: string;
  /** As whom they belong to the second store too. */
  elsewhere?: number;
  /** On a button. */
  called: string;
  about: string;
  /** The same for people who read Chinese: the preview's panel. */
  zh: string;
}

/** `openid` is the stable code of `wx.login` and `/dev-login`. */
export const ACCOUNTS: readonly Account[] = [
  {
    ...{ openid: 'demo-coach', called: '助教', status: 'approved', role: 'coach', coach_id: DEMO_COACH },
    ...{ about: 'a coach with a year of work', zh: '助教：一年的任务、课时与客户' },
  },
  {
    ...{ openid: 'demo-manager', called: '店长', status: 'approved', role: 'manager' },
    ...{ about: 'sees the whole store, and finance', zh: '店长：全店数据与财务看板' },
  },
  {
    ...{ openid: 'demo-empty', called: '新入职', status: 'approved', role: 'coach', coach_id: NEW_COACH },
    ...{ about: 'a coach hired today: everything is empty', zh: '今天入职的助教：什么都还没有' },
  },
  {
    ...{ openid: 'demo-new', called: '未申请', status: 'new' },
    ...{ about: 'has not applied yet', zh: '还没有申请' },
  },
  {
    ...{ openid: 'demo-pending', called: '审核中', status: 'pending' },
    ...{ about: 'under review', zh: '申请审核中' },
  },
  {
    ...{ openid: 'demo-rejected', called: '被拒绝', status: 'rejected' },
    ...{ about: 'refused, with a reason', zh: '申请被拒，有原因' },
  },
  {
    ...{ openid: 'demo-disabled', called: '已停用', status: 'disabled' },
    ...{ about: 'stopped', zh: '账号已停用' },
  },
  {
    ...{
      openid: 'demo-both',
      called: '两种身份',
      status: 'approved',
      role: 'coach',
      coach_id: 2,
      mobile: '13800000031',
    },
    ...{ about: 'a coach who is a customer too', zh: '两种身份：既是顾客，也是助教' },
  },
  {
    ...{
      openid: 'demo-stores',
      called: '多门店',
      status: 'approved',
      role: 'coach',
      coach_id: 8,
      elsewhere: 101,
    },
    ...{ about: 'a coach of two stores (deployed)', zh: '两家门店的助教（deployed）' },
  },
];

/** What a manager may do that a coach may not. */
export const MANAGER_PERMISSIONS = ['finance', 'all_customers', 'view_board_coach'] as const;
export const REJECT_REASON = '门店编号与登记信息不一致，请核对后重新提交';
export const STOP_REASON = '已离职，账号停用';

function nicknameOf({ status, role, coach_id }: Account): string {
  if (coach_id !== undefined) return COACHES.find((coach) => coach.coach_id === coach_id)?.name ?? '';
  if (role === 'manager') return '店长陶然';
  return status === 'new' ? '微信用户' : '应聘助教';
}

function noteOf(status: Account['status']): string | null {
  if (status === 'rejected') return REJECT_REASON;
  return status === 'disabled' ? STOP_REASON : null;
}

export function seedAccounts(store: Store, now: number): void {
  ACCOUNTS.forEach((account, index) => {
    const { openid, status, role } = account;
    const asked = status !== 'new';
    store.run(
      `INSERT INTO xcx_users (openid, status, nickname, role, coach_id, permissions, site_code, applied_role_text,
         phone, review_note, applied_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      openid,
      status,
      nicknameOf(account),
      role ?? null,
      account.coach_id ?? null,
      JSON.stringify(role === 'manager' ? MANAGER_PERMISSIONS : []),
      asked ? 'HZ001' : null,
      asked ? (role === 'manager' ? '店长' : '助教') : null,
      asked ? String(13_800_000_100 + index) : null,
      noteOf(status),
      asked ? now - (30 - index) * DAY_MS : null,
    );
    if (account.elsewhere === undefined) return;
    const member = 'INSERT INTO xcx_memberships (user_id, store_id, role, coach_id) VALUES (?, 2, ?, ?)';
    store.run(member, userIdOf(store, openid), 'coach', account.elsewhere);
  });
}

export function userIdOf(store: Store, openid: string): number {
  return int(store.one('SELECT user_id FROM xcx_users WHERE openid = ?', openid), 'user_id');
}
