// The staff part of the dev panel, as JSON routes below `/dev/xcx`.
import { field, numberField, textField } from '../../http/input';
import { badRequest } from '../../v4/errors';
import { STATUSES } from '../auth/users';
import type { Permission } from '../auth/users';
import { isProfile } from '../../profile';
import type { XcxControls } from './controls';
import { isOn, oneOf, quirksIn } from './quirks';

type Handle = (request: { body: unknown }) => unknown;

const ROLES = ['coach', 'manager'] as const;
const PERMISSIONS: readonly Permission[] = ['finance', 'all_customers', 'view_board_coach'];
/** `{user_id}` or `{openid}`. Throws 400. */
function personIn(xcx: XcxControls, body: unknown): number {
  const [userId, openid] = [numberField(body, 'user_id'), textField(body, 'openid')];
  const user = xcx.users().find((one) => one.user_id === userId || one.openid === openid);
  if (user === undefined) throw badRequest('user_id or openid of somebody is needed');
  return user.user_id;
}

function weather(xcx: XcxControls): Record<string, Handle> {
  return {
    'xcx/quirks': ({ body }) => {
      xcx.setQuirks(quirksIn(body));
      return xcx.quirks;
    },
    'xcx/fail': ({ body }) => {
      const status = numberField(body, 'status') ?? 500;
      if (!Number.isInteger(status) || status < 400 || status > 599) throw badRequest('status is 400 to 599');
      const [message, prefix] = [textField(body, 'message'), textField(body, 'prefix')];
      const words = {
        ...(message === undefined ? {} : { message }),
        ...(prefix === undefined ? {} : { prefix }),
      };
      xcx.fail({ status, count: numberField(body, 'count') ?? 1, ...words });
    },
    'xcx/maintenance': ({ body }) =>
      xcx.maintenance(
        field(body, 'on') === false ? null : (textField(body, 'message') ?? '系统维护中，请稍后再试'),
      ),
    'xcx/calm': () => xcx.calm(),
    'xcx/profile': ({ body }) => {
      const profile = field(body, 'profile');
      if (!isProfile(profile)) throw badRequest('profile is documented or deployed');
      xcx.setProfile(profile);
    },
  };
}

function people(xcx: XcxControls): Record<string, Handle> {
  return {
    'xcx/review': ({ body }) =>
      xcx.review({
        user_id: personIn(xcx, body),
        status: oneOf(body, 'status', STATUSES),
        reason: textField(body, 'reason'),
        role: field(body, 'role') === undefined ? undefined : oneOf(body, 'role', ROLES),
        coach_id: numberField(body, 'coach_id'),
      }),
    'xcx/permission': ({ body }) =>
      xcx.permit(
        personIn(xcx, body),
        oneOf(body, 'permission', PERMISSIONS),
        isOn(field(body, 'allowed') ?? true),
      ),
    'xcx/expire-access': ({ body }) => xcx.expireAccess(personIn(xcx, body)),
    'xcx/end-logins': ({ body }) => xcx.endLogins(personIn(xcx, body)),
    'xcx/complete-task': ({ body }) => {
      const taskId = numberField(body, 'task_id');
      if (taskId === undefined) throw badRequest('task_id is needed');
      xcx.complete(taskId);
    },
  };
}

/** Path below `/dev` → what a POST does. */
export function xcxPosts(xcx: XcxControls): Record<string, Handle> {
  return { ...weather(xcx), ...people(xcx) };
}

/** Path below `/dev` → what a GET shows. */
export function xcxReads(xcx: XcxControls): Record<string, () => unknown> {
  return {
    'xcx/applications': () => ({ items: xcx.applications() }),
    'xcx/users': () => ({ items: xcx.users() }),
    'xcx/quirks': () => ({ profile: xcx.profile, ...xcx.quirks }),
  };
}
