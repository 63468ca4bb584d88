// A shelf and a session whose answers the test gives, for whoever comes in as staff.
import { observable, runInAction } from 'mobx-miniprogram';
import type { ApiUserInfo } from '../../../../typings/xcx/auth';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { Application } from '../../../../miniprogram/api/xcx/auth';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { StorageArea } from '../../../../miniprogram/platform/storage-types';
import type { IdentityState } from '../../../../miniprogram/stores/person/session';
import { createFakeTime } from '../../../support/fake-time';
import { createMemoryStorage } from '../../../support/memory-storage';

export const person = (status: string, more: Partial<ApiUserInfo> = {}): ApiUserInfo => ({
  user_id: 7,
  status,
  nickname: '林夏',
  ...more,
});

/** What of a session the gate uses. Each question is answered by what stands in `next`. */
export class Desk {
  readonly time = createFakeTime();
  readonly shelf: StorageArea = createStore(createMemoryStorage(), this.time).area('staff:7');
  readonly calls: string[] = [];
  applied: Application | undefined;
  next: ApiUserInfo | Failure;
  private readonly state = observable.box<IdentityState<ApiUserInfo>>(
    { state: 'signed_out' },
    { deep: false },
  );

  /** @param next the first answer */
  constructor(next: ApiUserInfo | Failure) {
    this.next = next;
  }

  get staff(): IdentityState<ApiUserInfo> {
    return this.state.get();
  }

  area = (): StorageArea => this.shelf;
  signInStaff = (): Promise<ApiUserInfo> => this.answer('sign in');
  refreshStaff = (): Promise<ApiUserInfo> => this.answer('look');
  applyAsStaff = (application: Application): Promise<ApiUserInfo> => {
    this.applied = application;
    return this.answer('apply');
  };

  leave(): void {
    runInAction(() => this.state.set({ state: 'signed_out', reason: 'left' }));
  }

  private async answer(call: string): Promise<ApiUserInfo> {
    this.calls.push(call);
    const { next } = this;
    await Promise.resolve();
    if ('kind' in next) throw new ApiError(next);
    runInAction(() => this.state.set({ state: 'signed_in', user: next }));
    return next;
  }
}
