// Writes a value down at most once in so many ms: the first change at once, those that follow as one write of the last value.
import type { Off, Timers } from '../../platform/ports';

export class ThrottledWrite<T> {
  private waiting: { value: T } | undefined;
  /** Runs from one write until the next may follow. */
  private pause: Off | undefined;

  constructor(
    private readonly timers: Timers,
    private readonly ms: number,
    private readonly write: (value: T) => void,
  ) {}

  /** @param is_held it waits for the next `set` that is not, or for `flush` */
  set(value: T, is_held = false): void {
    this.waiting = { value };
    if (this.pause === undefined && !is_held) this.flush();
  }

  /** Writes what waits now: the app goes to the background. */
  flush(): void {
    const { waiting } = this;
    this.drop();
    if (waiting === undefined) return;
    this.pause = this.timers.after(this.ms, () => this.flush());
    this.write(waiting.value);
  }

  /** Drops the value that waits to be written. */
  drop(): void {
    this.pause?.();
    this.pause = undefined;
    this.waiting = undefined;
  }
}
