// Who is signed in as staff, in flat values: the review's status decides what there is for them.
import type { ApiUserInfo, ApiUserStatus } from '../../../typings/xcx/auth';
import { levelTone } from '../../format/coach-level';
import { tableOf } from '../../format/lookup';
import { avatarLetter } from '../../format/person';
import type { SessionStore } from './session';

/** Words for `role`; a role that nobody knows is told as it came, it is a word already. */
const roles = tableOf<string>({ coach: '助教', manager: '店长', staff: '员工' });

const statuses = tableOf<string>({
  new: '未申请',
  pending: '审核中',
  rejected: '未通过',
  disabled: '已停用',
});

export interface StaffView {
  /** Empty while nobody is signed in. */
  status: ApiUserStatus | '';
  approved: boolean;
  nickname: string;
  letter: string;
  avatar_url: string;
  role: string;
  store_name: string;
  coach_level: string;
  level_tone: string;
  /** Where the review stands, in a word; empty once approved. */
  status_text: string;
  /** There is another store to switch to. */
  has_stores: boolean;
}

/** The present month of whoever is signed in, for 我的: texts without their units. */
export interface MonthGlance {
  /** `unread` also where there are no figures for this person. */
  state: 'unread' | 'loading' | 'ready' | 'failed';
  /** `11 月工时` */
  label: string;
  hours: string;
  income: string;
  customers: string;
}

const NOBODY: StaffView = {
  status: '',
  approved: false,
  nickname: '',
  letter: '',
  avatar_url: '',
  role: '',
  store_name: '',
  coach_level: '',
  level_tone: 'off',
  status_text: '',
  has_stores: false,
};

type Sessions = Pick<SessionStore, 'staff'>;

/** The staff member, at whatever status; null while nobody is signed in (observable). */
export const staffUser = ({ staff }: Sessions): ApiUserInfo | null =>
  staff.state === 'signed_in' ? staff.user : null;

/** Whether the staff member is approved: only then they have the staff's tabs and pages (observable). */
export const isApproved = (session: Sessions): boolean => staffUser(session)?.status === 'approved';

/** The person's stores, with the one that the sign-in is for; none to choose from where there is only one. */
export function staffStores(session: Sessions): { store_id: string; store_name: string; present: boolean }[] {
  const user = staffUser(session);
  return (user?.stores ?? []).map(({ store_id, store_name }) => ({
    store_id,
    store_name,
    present: store_id === user?.store_id,
  }));
}

export function staffView(session: Sessions): StaffView {
  const user = staffUser(session);
  if (user === null) return NOBODY;
  const nickname = user.nickname.trim() === '' ? '员工' : user.nickname.trim();
  return {
    status: user.status,
    approved: user.status === 'approved',
    nickname,
    letter: avatarLetter(nickname),
    avatar_url: user.avatar_url ?? '',
    role: roles[user.role ?? ''] ?? user.role ?? '',
    store_name: user.store_name ?? '',
    coach_level: user.coach_level ?? '',
    level_tone: levelTone(user.coach_level ?? ''),
    status_text: user.status === 'approved' ? '' : (statuses[user.status] ?? '审核中'),
    has_stores: (user.stores ?? []).length > 1,
  };
}
