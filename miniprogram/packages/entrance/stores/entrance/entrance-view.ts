// The entrance in flat values: what stands on it, by the status of the review.
import { failureIn } from '../../../../stores/list/progress';
import { failedFields, failedWords } from '../../../../stores/list/words';
import { staffUser, staffView } from '../../../../stores/person/staff-view';
import type { SessionStore } from '../../../../stores/person/session';
import type { ApiUserStatus } from '../../../../../typings/xcx/auth';
import type { Entrance } from './entrance';

/** `ask`: signed out, with a button. `new` and `approved` lead on at once. */
export type EntranceState =
  | 'ask'
  | 'loading'
  | 'failed'
  | 'new'
  | 'pending'
  | 'rejected'
  | 'disabled'
  | 'approved';

interface Words {
  icon: string;
  /** `brand | warn | off | ok` */
  tone: string;
  title: string;
  text: string;
}

const SILENT: Words = { icon: '', tone: 'off', title: '', text: '' };
const UNKNOWN: Words = {
  icon: 'hourglass',
  tone: 'brand',
  title: '申请审核中',
  text: '暂时还不能进入。\n等了很久的话，请联系店长。',
};

const states = ['new', 'pending', 'rejected', 'disabled', 'approved'] as const;
const stateOf = (status: ApiUserStatus): EntranceState =>
  states.find((known) => known === status) ?? 'pending';

type Sessions = Pick<SessionStore, 'staff'>;

export function entranceState(entrance: Entrance, session: Sessions): EntranceState {
  const user = staffUser(session);
  if (user !== null) return stateOf(user.status);
  if (entrance.asking.state === 'idle') return 'ask';
  return entrance.asking.state === 'failed' ? 'failed' : 'loading';
}

function wordsOf(session: Sessions): Words {
  const { status, nickname, store_name, role } = staffView(session);
  switch (status) {
    case '':
    case 'new':
      return SILENT;
    case 'pending':
      return {
        ...{ icon: 'hourglass', tone: 'brand', title: '申请审核中' },
        text: '店长通过后，这里会自动更新。\n下拉可以马上查一次。',
      };
    case 'rejected':
      return {
        ...{ icon: 'close-circle', tone: 'warn', title: '申请没有通过' },
        text: '按下面的原因修改后，可以再次提交。',
      };
    case 'disabled':
      return {
        ...{ icon: 'lock-on', tone: 'off', title: '员工身份已停用' },
        text: '任务、客户和业绩暂时看不到。\n如果是误停，请联系店长恢复。',
      };
    case 'approved': {
      const place = store_name === '' ? '门店' : store_name;
      const as = role === '' ? '审核已通过。' : `审核已通过，您在${place}的身份是${role}。`;
      return { icon: 'check', tone: 'ok', title: `欢迎，${nickname}`, text: as };
    }
    default:
      return UNKNOWN;
  }
}

/** What the manager wrote; a refusal without a word says whom to ask. */
function reasonOf(session: Sessions): string {
  const user = staffUser(session);
  if (user?.status !== 'rejected' && user?.status !== 'disabled') return '';
  const said = user.reject_reason?.trim() ?? '';
  return said === '' && user.status === 'rejected' ? '没有写明原因，请联系店长。' : said;
}

/** What is said after a look that found no change; empty otherwise. */
function saidOf(entrance: Entrance, session: Sessions): string {
  if (!entrance.unchanged || entrance.asking.state === 'running') return '';
  return staffUser(session)?.status === 'disabled' ? '刚刚查过，仍是停用' : '刚刚查过，还在审核';
}

/** What the page binds. */
export function entranceFields(
  entrance: Entrance,
  session: Sessions,
): Record<string, () => string | boolean> {
  const failure = () => failedWords(failureIn(entrance.asking));
  const state = () => entranceState(entrance, session);
  return {
    icon: () => wordsOf(session).icon,
    tone: () => wordsOf(session).tone,
    title: () => wordsOf(session).title,
    text: () => wordsOf(session).text,
    review_reason: () => reasonOf(session),
    asking: () => entrance.asking.state === 'running',
    said: () => saidOf(entrance, session),
    notice: () => (failureIn(entrance.asking) === null ? '' : failure().title),
    ...failedFields(failure),
    // The state is last, so that the fields it shows are set by then.
    state,
  };
}
