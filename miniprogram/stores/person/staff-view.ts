// Who is signed in as staff, in flat values: the review's status decides what there is for them.
import type { ApiUserInfo, ApiUserStatus } from '../../../typings/xcx/auth';
import { entryOf } from '../../format/lookup';
import { avatarLetter } from '../../format/person';
import type { SessionStore } from './session';

/** Words for `role`; a role that nobody knows is told as it came, it is a word already. */
const roles: Record<string, string> = { coach: '助教', manager: '店长', staff: '员工' };

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
  /** There is another store to switch to. */
  has_stores: boolean;
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
  has_stores: false,
};

type Sessions = Pick<SessionStore, 'staff'>;

/** The staff member, at whatever status; null while nobody is signed in (observable). */
export const staffUser = ({ staff }: Sessions): ApiUserInfo | null =>
  staff.state === 'signed_in' ? staff.user : null;

/** Only then do the staff's tabs and routes exist for the person (observable). */
export const isApproved = (session: Sessions): boolean => staffUser(session)?.status === 'approved';

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
    role: entryOf(roles, user.role ?? '') ?? user.role ?? '',
    store_name: user.store_name ?? '',
    coach_level: user.coach_level ?? '',
    has_stores: (user.stores ?? []).length > 1,
  };
}
