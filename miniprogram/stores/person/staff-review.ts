// Where the review of a member of staff stands (AUTH-3), read again while the app is used: a person may be approved, or
// stopped, at any time.
import { settled } from '../../api/settled';
import type { Clock } from '../../platform/ports';
import type { SessionStore } from './session';

/** More often says nothing new to somebody who goes from tab to tab. */
const AGAIN_MS = 30_000;

export class StaffReview {
  /** Of the last reading that began, on the phone's clock. */
  private asked_at = -Infinity;

  constructor(
    private readonly session: Pick<SessionStore, 'staff' | 'refreshStaff'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads it, where somebody is signed in and it is not fresh. What fails is left alone: it was not asked for by the person,
   * and a sign-in that is over is told by the session.
   */
  async look(): Promise<void> {
    const now = this.clock.now();
    if (this.session.staff.state === 'signed_out' || Math.abs(now - this.asked_at) < AGAIN_MS) return;
    this.asked_at = now;
    await settled(this.session.refreshStaff());
  }
}
