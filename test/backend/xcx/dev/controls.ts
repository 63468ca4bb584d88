// What a test, the dev panel or the desk page may do to the staff backend from outside the contract.
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import type { Context } from '../../context';
import type { Profile } from '../../profile';
import { review } from '../auth/review';
import type { Review } from '../auth/review';
import { allUsers, applicants, userInfo } from '../auth/users';
import type { Permission, User } from '../auth/users';
import { userIdOf } from '../data/accounts';
import type { PlannedFailure, Quirks } from '../state';
import { complete } from '../tasks/actions';
import { taskById } from '../tasks/rows';

export class XcxControls {
  constructor(private readonly ctx: Context) {}

  get profile(): Profile {
    return this.ctx.xcx.profile;
  }

  /** Of the staff's API alone. */
  setProfile(profile: Profile): void {
    this.ctx.xcx.profile = profile;
  }

  get quirks(): Quirks {
    return this.ctx.xcx.quirks;
  }

  /** Turns quirks on or off; those not named stay. */
  setQuirks(quirks: Partial<Quirks>): void {
    this.ctx.xcx.quirks = { ...this.ctx.xcx.quirks, ...quirks };
  }

  /** Lets the next `count` calls under `prefix` fail. */
  fail(failure: Partial<PlannedFailure> & { status: number }): void {
    this.ctx.xcx.fail({ count: 1, message: '服务暂时不可用', prefix: '/api/xcx', ...failure });
  }

  /** Answers every call with 503 and this message until it is null. */
  maintenance(message: string | null): void {
    this.ctx.xcx.maintenance = message;
  }

  /** Without quirks and weather; the profile stays. */
  calm(): void {
    this.ctx.xcx.clear();
  }

  /** Access tokens issued so far to this person answer 401. */
  expireAccess(userId: number): void {
    const sql = 'UPDATE xcx_logins SET access_serial = access_serial + 1 WHERE user_id = ?';
    this.ctx.store.run(sql, userId);
  }

  /** Ends every login of a person: access and refresh answer 401. */
  endLogins(userId: number): void {
    this.ctx.store.run('UPDATE xcx_logins SET revoked = 1 WHERE user_id = ?', userId);
  }

  /** Gives or takes a permission. */
  permit(userId: number, permission: Permission, allowed: boolean): void {
    const user = this.users().find(({ user_id }) => user_id === userId);
    const others = (user?.permissions ?? []).filter((one) => one !== permission);
    const permissions = JSON.stringify(allowed ? [...others, permission] : others);
    this.ctx.store.run('UPDATE xcx_users SET permissions = ? WHERE user_id = ?', permissions, userId);
  }

  users(): User[] {
    return allUsers(this.ctx);
  }

  userId(openid: string): number {
    return userIdOf(this.ctx.store, openid);
  }

  /** Those who wait for a review, the longest waiting first. */
  applications(): User[] {
    return applicants(this.ctx);
  }

  /** Decides on a person. Throws `Refusal` 404, or 409 for a coach who has an account. */
  review(decision: Review): ApiUserInfo {
    return userInfo(review(this.ctx, decision));
  }

  /** Completes a task as the store's own system does. Throws `Refusal` 404 or 409. */
  complete(taskId: number): void {
    complete(this.ctx, taskById(this.ctx, taskId));
  }
}
