// The person behind a token as each profile shows them (AUTH-1…3).
import type { ApiLoginResponse } from '../../../../typings/xcx/auth';
import type { Context } from '../../context';
import { signIn } from './logins';
import { storesOf } from './stores';
import { userInfo } from './users';
import type { User } from './users';

/** As the deployed system says it: what there is not is null, and the stores are listed. */
function deployedInfo(ctx: Context, user: User): Record<string, unknown> {
  const { user_id, status, nickname, avatar_url, role, coach_level, review_note } = user;
  const approved = status === 'approved';
  return {
    user_id,
    status: ctx.xcx.quirks.user_status ?? status,
    nickname,
    [ctx.xcx.isMarch ? 'avatar' : 'avatar_url']: avatar_url,
    role: approved ? role : null,
    store_id: approved ? user.store_id : null,
    store_name: approved ? user.store_name : null,
    stores: approved ? storesOf(ctx, user_id) : [],
    coach_level: approved ? coach_level : null,
    review_note: status === 'rejected' || status === 'disabled' ? review_note : null,
  };
}

/** AUTH-3 in the present profile. */
export function accountView(ctx: Context, user: User): unknown {
  const { isDeployed, quirks } = ctx.xcx;
  if (isDeployed) return deployedInfo(ctx, user);
  const shown = userInfo(user);
  return quirks.user_status === null ? shown : { ...shown, status: quirks.user_status };
}

/** Signs a person in. @param storeId of the person's stores, where it is not their own one */
export async function enter(ctx: Context, user: User, storeId: number | null = null): Promise<unknown> {
  const reply: ApiLoginResponse = await signIn(ctx, user, storeId);
  return { ...reply, user: accountView(ctx, user) };
}
