// How long a message has been tried: after 10 s it is said to be slow, after 60 s of failing it is given up. Only time in which
// it could be sent counts, and none that the server asked to wait; by timers, for clocks jump. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import type { Off, Timers } from '../../../../../platform/ports';

const SLOW_MS = 10_000;
const TIRED_MS = 60_000;

export interface PatienceParts {
  timers: Timers;
  /** Without a network, or in the background, nothing is tried. */
  mayRequest(): boolean;
  onTired(temp_message_id: string): void;
}

interface Tried {
  /** Waiting to be said to be slow. */
  slow?: Off;
  /** Failing, and waiting to be given up. */
  failing?: { is_over: boolean; off: Off };
}

export class Patience {
  private readonly slow = observable.set<string>();
  private readonly tried = new Map<string, Tried>();

  constructor(private readonly parts: PatienceParts) {}

  /** It has been on its way for longer than anybody expects (observable). */
  isSlow(temp_message_id: string): boolean {
    return this.slow.has(temp_message_id);
  }

  isTired(temp_message_id: string): boolean {
    return this.tried.get(temp_message_id)?.failing?.is_over === true;
  }

  /** It is its turn. */
  began(temp_message_id: string): void {
    if (this.tried.has(temp_message_id)) return;
    const say = () => runInAction(() => this.slow.add(temp_message_id));
    this.tried.set(temp_message_id, { slow: this.after(SLOW_MS, temp_message_id, say) });
  }

  failed(temp_message_id: string): void {
    const tried = this.tried.get(temp_message_id);
    if (tried === undefined || tried.failing !== undefined) return;
    const off = this.after(TIRED_MS, temp_message_id, () => {
      if (tried.failing !== undefined) tried.failing.is_over = true;
      this.parts.onTired(temp_message_id);
    });
    tried.failing = { is_over: false, off };
  }

  /** A step succeeded, or the server asked to wait: the time of failing starts over. */
  eased(temp_message_id: string): void {
    const tried = this.tried.get(temp_message_id);
    tried?.failing?.off();
    delete tried?.failing;
  }

  /** It is sent, given up, or gone. */
  ended(temp_message_id: string): void {
    const tried = this.tried.get(temp_message_id);
    tried?.slow?.();
    tried?.failing?.off();
    this.tried.delete(temp_message_id);
    runInAction(() => this.slow.delete(temp_message_id));
  }

  /**
   * Runs `run` after `ms`. If nothing can be tried at that moment, all counts of the message end, and begin anew when
   * it is tried again.
   */
  private after(ms: number, temp_message_id: string, run: () => void): Off {
    return this.parts.timers.after(ms, () => {
      if (this.parts.mayRequest()) run();
      else this.ended(temp_message_id);
    });
  }

  /** Ends all counts, because network or foreground came back: they begin anew when a message is tried again. */
  renew(): void {
    for (const temp_message_id of [...this.tried.keys()]) this.ended(temp_message_id);
  }
}
