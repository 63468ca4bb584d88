// The devices a customer is signed in on (`GET /auth/sessions`): read when somebody looks, forgotten with the sign-in.
import { makeAutoObservable, observable, reaction, runInAction } from 'mobx-miniprogram';
import type { LoginSession } from '../../../typings/v4/auth';
import { failureOf } from '../../api/errors';
import type { Failure } from '../../api/errors';
import type { AuthApi } from '../../api/v4/auth';
import type { SessionStore } from './session';

export type Devices =
  | { state: 'unread' }
  | { state: 'loading' }
  | { state: 'ready'; list: readonly LoginSession[] }
  | { state: 'failed'; failure: Failure };

/** Observable (MobX). */
export class DevicesStore {
  devices: Devices = { state: 'unread' };
  /** Replies of a reading that is no longer the last are dropped. */
  private reading = 0;
  private readonly stop: () => void;

  constructor(
    private readonly session: Pick<SessionStore, 'customer'>,
    private readonly api: Pick<AuthApi, 'loginSessions'>,
  ) {
    makeAutoObservable<this, 'session' | 'api' | 'stop' | 'reading'>(
      this,
      { session: false, api: false, stop: false, reading: false, devices: observable.ref },
      { autoBind: true },
    );
    this.stop = reaction(() => this.user_id, this.forget);
  }

  private get user_id(): string | null {
    const { customer } = this.session;
    return customer.state === 'signed_in' ? customer.user.user_id : null;
  }

  /** Reads the list anew: who looks wants to know what is true now. */
  async read(): Promise<void> {
    const reading = ++this.reading;
    this.devices = { state: 'loading' };
    const devices = await this.ask();
    if (reading === this.reading) runInAction(() => (this.devices = devices));
  }

  dispose(): void {
    this.stop();
  }

  private async ask(): Promise<Devices> {
    try {
      const { list } = await this.api.loginSessions();
      return { state: 'ready', list };
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      return { state: 'failed', failure };
    }
  }

  private forget(): void {
    this.reading++;
    this.devices = { state: 'unread' };
  }
}
