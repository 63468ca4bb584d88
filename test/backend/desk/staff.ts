// The desk's staff tab: who applied and with what, who works here, and what the manager decides about them.
import { beijingIso } from '../clock';
import type { Context } from '../context';
import { int, maybeInt, maybeText, text } from '../db/store';
import type { Row } from '../db/store';
import { field, numberField, textField } from '../http/input';
import { badRequest } from '../v4/errors';
import { freeCoaches } from '../xcx/auth/review';
import type { Status } from '../xcx/auth/users';
import { texts } from '../xcx/data/rows';
import type { XcxControls } from '../xcx/dev/controls';
import { isOn, oneOf } from '../xcx/dev/quirks';

/** What can be decided here; `new` and `pending` are where an application stands, not decisions. */
const DECISIONS: readonly Status[] = ['approved', 'rejected', 'disabled'];
const ROLES = ['coach', 'manager'] as const;
const GIVEN = ['finance', 'all_customers'] as const;

const PEOPLE = `SELECT u.*, c.name AS coach_name, c.level, s.name AS store_name, m.name AS matched_store
  FROM xcx_users u JOIN xcx_stores s USING (store_id) LEFT JOIN xcx_coaches c USING (coach_id)
  LEFT JOIN xcx_stores m ON m.site_code = u.site_code`;

/** Applications with an unknown site code are accepted; that no store has it is shown only here. */
function applicant(ctx: Context, row: Row) {
  const nickname = text(row, 'nickname');
  const applied_at = maybeInt(row, 'applied_at');
  const namesake = freeCoaches(ctx, int(row, 'store_id')).find(({ name }) => name === nickname);
  return {
    user_id: int(row, 'user_id'),
    nickname,
    applied_role_text: maybeText(row, 'applied_role_text'),
    phone: maybeText(row, 'phone'),
    employee_number: maybeText(row, 'employee_number'),
    site_code: maybeText(row, 'site_code'),
    matched_store: maybeText(row, 'matched_store'),
    /** The coach without an account who has this name. */
    matched_coach_id: namesake?.coach_id ?? null,
    applied_at: applied_at === null ? null : beijingIso(applied_at),
  };
}

function member(row: Row) {
  return {
    user_id: int(row, 'user_id'),
    nickname: text(row, 'nickname'),
    status: text(row, 'status'),
    role: maybeText(row, 'role'),
    coach: maybeText(row, 'coach_name'),
    level: maybeText(row, 'level'),
    store: text(row, 'store_name'),
    review_note: maybeText(row, 'review_note'),
    permissions: texts(row, 'permissions'),
  };
}

/** Applications, the longest waiting first; those who were decided on; coaches who have no account yet. */
export function staffOf(ctx: Context) {
  const all = (where: string) => ctx.store.all(`${PEOPLE} WHERE ${where}`);
  return {
    applications: all(`u.status = 'pending' ORDER BY u.applied_at, u.user_id`).map((row) =>
      applicant(ctx, row),
    ),
    staff: all(`u.status IN ('approved', 'rejected', 'disabled') ORDER BY u.status, u.user_id`).map(member),
    free_coaches: freeCoaches(ctx, 1),
  };
}

type Act = (request: { params: unknown; body: unknown }) => unknown;

/** Throws 400. */
function personIn(params: unknown): number {
  const userId = numberField(params, 'id');
  if (userId === undefined) throw badRequest('没有这个人');
  return userId;
}

/** What the page may do, by path. A refusal and a stop need a reason. */
export function staffActions(xcx: XcxControls): Record<string, Act> {
  return {
    'staff/:id/review': ({ params, body }) => {
      const status = oneOf(body, 'status', DECISIONS);
      const reason = textField(body, 'reason')?.trim();
      if (status !== 'approved' && (reason ?? '') === '') throw badRequest('请写明原因');
      return xcx.review({
        user_id: personIn(params),
        status,
        reason,
        role: field(body, 'role') === undefined ? undefined : oneOf(body, 'role', ROLES),
        coach_id: numberField(body, 'coach_id'),
      });
    },
    'staff/:id/permission': ({ params, body }) =>
      xcx.permit(personIn(params), oneOf(body, 'permission', GIVEN), isOn(field(body, 'allowed'))),
    'staff/:id/sign-out': ({ params }) => xcx.endLogins(personIn(params)),
  };
}
