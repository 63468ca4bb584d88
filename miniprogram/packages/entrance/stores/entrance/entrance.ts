// The staff's way in: signing in by WeChat (AUTH-1), and where the review stands (AUTH-3), read again while somebody waits.
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { text } from '../../../../api/schema';
import { settled } from '../../../../api/settled';
import { keyFor } from '../../../../platform/storage-key';
import type { Off, Timers } from '../../../../platform/ports';
import { createTurns } from '../../../../stores/list/turns';
import { failed, IDLE, RUNNING } from '../../../../stores/list/progress';
import type { Progress } from '../../../../stores/list/progress';
import type { SessionStore } from '../../../../stores/person/session';
import { staffUser } from '../../../../stores/person/staff-view';

export interface EntranceParts {
  session: Pick<SessionStore, 'staff' | 'signInStaff' | 'refreshStaff' | 'area'>;
  timers: Timers;
}

/** While somebody looks at an open review, it is asked about so often. */
const AGAIN_MS = 15_000;

/** The status that the person last saw here, on their shelf: an approval is welcomed once. */
const seenKey = keyFor<string>('entrance.seen', 'kept', text);

export class Entrance {
  asking: Progress = IDLE;
  /** The review was asked about here, and nothing had changed. */
  unchanged = false;
  /** The person has not seen their approval yet. */
  welcome = false;
  private waiting: Off | undefined;
  private watched = false;
  /** AUTH-1 for whoever is not signed in, AUTH-3 for who is; calls that overlap share one. Failures stand in `asking`. */
  readonly look: () => Promise<void>;

  constructor(private readonly parts: EntranceParts) {
    this.look = createTurns()(() => this.ask(), { joins: true });
    makeAutoObservable<this, 'parts' | 'waiting' | 'watched'>(
      this,
      { parts: false, waiting: false, watched: false, look: false, asking: observable.ref },
      { autoBind: true },
    );
  }

  /** The page is seen: an open review is read now and then. @returns call it when the page is hidden */
  watch(): Off {
    this.watched = true;
    this.plan();
    return () => {
      this.watched = false;
      this.waiting?.();
      this.waiting = undefined;
    };
  }

  /** The page is left. */
  leave(): void {
    this.unchanged = false;
    this.welcome = false;
    if (this.asking.state === 'failed') this.asking = IDLE;
  }

  private async ask(): Promise<void> {
    const { session } = this.parts;
    const before = staffUser(session)?.status;
    runInAction(() => (this.asking = RUNNING));
    const done = await settled(before === undefined ? session.signInStaff() : session.refreshStaff());
    runInAction(() => {
      this.asking = done.ok ? IDLE : failed(done.failure);
      this.unchanged = done.ok && done.value.status === before;
      if (done.ok) this.see(done.value.status);
      this.plan();
    });
  }

  private see(status: string): void {
    const area = this.parts.session.area('staff');
    const seen = area?.read(seenKey);
    if (status === 'approved' && seen !== undefined && seen !== 'approved') this.welcome = true;
    if (seen !== status) area?.write(seenKey, status);
  }

  private plan(): void {
    this.waiting?.();
    this.waiting = undefined;
    const status = staffUser(this.parts.session)?.status;
    if (!this.watched || status === undefined || SETTLED.includes(status)) return;
    this.waiting = this.parts.timers.after(AGAIN_MS, () => void this.look());
  }
}

/**
 * Statuses that no further review changes: the person has to act, or nothing is left to do. With any other the review
 * goes on.
 */
const SETTLED: readonly string[] = ['new', 'rejected', 'disabled', 'approved'];
