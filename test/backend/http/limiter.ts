// A sliding-window counter for rate limits, on the backend's clock.
import type { Clock } from '../clock';

export interface Refusal {
  /** Calls counted in the window. */
  current: number;
  limit: number;
  /** Whole seconds until a call is free again. */
  waitSeconds: number;
}

export class Limiter {
  private readonly calls = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** Counts a call under `key`, or says why it is refused. A refused call is not counted. */
  take(key: string, limit: number, windowMs: number): Refusal | undefined {
    const now = this.clock.now();
    const recent = (this.calls.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
    const oldest = recent[0];
    if (recent.length >= limit && oldest !== undefined) {
      this.calls.set(key, recent);
      return {
        current: recent.length,
        limit,
        waitSeconds: Math.max(1, Math.ceil((oldest + windowMs - now) / 1000)),
      };
    }
    recent.push(now);
    this.calls.set(key, recent);
    return undefined;
  }

  clear(): void {
    this.calls.clear();
  }
}
