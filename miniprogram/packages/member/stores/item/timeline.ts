// An item's history (V4 §2.1 timeline). When it fails the item still shows; nothing is said where the backend does not
// have it (404, or the deployed backend's 500).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { TimelineEvent } from '../../../../../typings/v4/backpack';
import type { Failure } from '../../../../api/errors';
import { missingRows } from '../../../../api/rows';
import { settled } from '../../../../api/settled';
import type { BackpackApi } from '../../../../api/v4/backpack';
import type { RouteProfile } from '../../../../api/v4/routes';
import { createAbort } from '../../../../platform/abort';
import type { Abort } from '../../../../platform/abort';

export type TimelineState =
  | { state: 'loading' }
  | { state: 'ready'; events: readonly TimelineEvent[]; unreadable: number }
  | { state: 'failed'; failure: Failure }
  /** Not offered here: nothing is shown. */
  | { state: 'absent' };

export interface TimelineParts {
  api: Pick<BackpackApi, 'timeline'>;
  profile: RouteProfile;
}

/** Observable (MobX). */
export class TimelineStore {
  current: TimelineState = { state: 'loading' };
  private abort: Abort | null = null;

  constructor(
    private readonly item_id: string,
    private readonly parts: TimelineParts,
  ) {
    makeAutoObservable<this, 'parts' | 'abort'>(
      this,
      { parts: false, abort: false, current: observable.ref },
      { autoBind: true },
    );
  }

  /** Reads the history; what was shown stays until the answer is there, and after a failed refresh. */
  async refresh(): Promise<void> {
    if (this.current.state === 'absent') return;
    this.abort?.abort();
    const abort = createAbort();
    this.abort = abort;
    if (this.current.state === 'failed') this.current = { state: 'loading' };
    const read = await settled(
      this.parts.api.timeline(this.item_id, { signal: abort.signal, priority: 'soon' }),
    );
    if (abort.signal.aborted) return;
    runInAction(() => {
      if (read.ok) {
        const events = read.value.timeline;
        this.current = { state: 'ready', events, unreadable: missingRows(events) };
      } else this.fail(read.failure);
    });
  }

  dispose(): void {
    this.abort?.abort();
  }

  private fail(failure: Failure): void {
    const status = failure.kind === 'api' ? failure.status : 0;
    const lacking = status === 404 || (this.parts.profile === 'deployed' && status === 500);
    if (lacking) this.current = { state: 'absent' };
    else if (this.current.state !== 'ready') this.current = { state: 'failed', failure };
  }
}
