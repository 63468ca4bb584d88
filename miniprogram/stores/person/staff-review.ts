// Where the review of a member of staff stands (AUTH-3), read again while the app is used: a person may be approved, or
// stopped, at any time.
import { settled } from '../../api/settled';
import type { Clock } from '../../platform/ports';
import type { SessionStore } from './session';

/** The least time between two readings, ms: a person who goes from tab to tab does not cause more. */
const AGAIN_MS = 30_000;

export class StaffReview {
  /** Of the last reading that began, on the phone's clock. */
  private asked_at = -Infinity;

  constructor(
    private readonly session: Pick<SessionStore, 'staff' | 'refreshStaff'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads it, where somebody is signed in and it is not fresh. Failures are ignored: the person did not ask for it, and
   * the session itself reports a sign-in that has ended.
   */
  async look(): Promise<void> {
    const now = this.clock.now();
    if (this.session.staff.state === 'signed_out' || Math.abs(now - this.asked_at) < AGAIN_MS) return;
    this.asked_at = now;
    await settled(this.session.refreshStaff());
  }
}
