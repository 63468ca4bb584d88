// An item's history (V4 §2.1 timeline). When it fails the item still shows; nothing is said where the backend does not
// have it (404, or the deployed backend's 500).
import { makeAutoObservable } from 'mobx-miniprogram';
import type { TimelineEvent, TimelineReply } from '../../../../../typings/v4/backpack';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { missingRows } from '../../../../api/rows';
import type { BackpackApi } from '../../../../api/v4/backpack';
import type { RouteProfile } from '../../../../api/v4/routes';
import { Reading } from '../../../../stores/reading';

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
  private readonly reading: Reading<TimelineReply>;

  constructor(
    item_id: string,
    private readonly parts: TimelineParts,
  ) {
    this.reading = new Reading((signal) => parts.api.timeline(item_id, { signal, priority: 'soon' }));
    makeAutoObservable<this, 'parts' | 'reading'>(this, { parts: false, reading: false, dispose: false });
  }

  get current(): TimelineState {
    const { failure, value } = this.reading;
    const status = statusOf(failure);
    if (status === 404 || (this.parts.profile === 'deployed' && status === 500)) return { state: 'absent' };
    if (value !== null) {
      const events = value.timeline;
      return { state: 'ready', events, unreadable: missingRows(events) };
    }
    return failure === null ? { state: 'loading' } : { state: 'failed', failure };
  }

  /** Reads the history; what was shown stays until the answer is there, and after a failed refresh. */
  async refresh(): Promise<void> {
    const { state } = this.current;
    if (state === 'absent') return;
    if (state === 'failed') this.reading.failure = null;
    await this.reading.read();
  }

  dispose(): void {
    this.reading.dispose();
  }
}
