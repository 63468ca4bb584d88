// Changing the store that a member of staff works at: the sheet, and what becomes of the choice. Observable (MobX).
import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import { explainInLine } from '../../api/explain';
import { settled } from '../../api/settled';
import type { SessionStore } from './session';

export class StoreSwitch {
  is_open = false;
  /** The store that is being switched to; empty for none. */
  switching = '';
  /** Why the last switch failed, in a sentence. */
  failed = '';

  constructor(private readonly session: Pick<SessionStore, 'switchStore'>) {
    makeAutoObservable<this, 'session'>(this, { session: false }, { autoBind: true });
  }

  open(): void {
    this.is_open = true;
    this.failed = '';
  }

  /** Not while a switch is under way. */
  close(): void {
    if (this.switching === '') this.is_open = false;
  }

  /** Signs in at that store; the sheet goes once it is done, and stays with what stood in the way. */
  async choose(store_id: string): Promise<void> {
    if (this.switching !== '') return;
    this.switching = store_id;
    this.failed = '';
    const done = await settled(this.session.switchStore(store_id));
    runInAction(() => {
      this.switching = '';
      // `aborted`: the person signed out meanwhile, so nothing is said.
      if (done.ok || done.failure.kind === 'aborted') this.is_open = false;
      else this.failed = explainInLine(done.failure);
    });
  }
}
