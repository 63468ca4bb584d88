// One start of the app, until it is killed: a killed app does nothing any more, one in the background waits.
import { Holds } from './holds';
import type { WorldTime } from './time';

export class Life {
  is_alive = true;
  readonly holds = new Holds();
  private suspended: (() => void)[] | undefined;
  private fuse: number | undefined;

  constructor(
    private readonly time: WorldTime,
    private readonly onDeath: () => void,
  ) {}

  kill(): void {
    this.is_alive = false;
    this.suspended = undefined;
  }

  /** The app dies right after so many more of its effects on the world. */
  killAfter(effects: number): void {
    this.fuse = effects;
  }

  /** It lives on after all. */
  spare(): void {
    this.fuse = undefined;
  }

  /** Call it before each effect of the app. False when the app is dead, so that the effect must not happen. */
  acts(): boolean {
    if (!this.is_alive) return false;
    if (this.fuse === undefined) return true;
    if (this.fuse > 0) {
      this.fuse -= 1;
      return true;
    }
    this.kill();
    this.onDeath();
    return false;
  }

  /** WeChat stops the script some seconds after the app went to the background. */
  suspend(): void {
    if (this.is_alive) this.suspended ??= [];
  }

  wake(): void {
    const waiting = this.suspended ?? [];
    this.suspended = undefined;
    waiting.forEach((run) => this.deliver(run));
  }

  get is_suspended(): boolean {
    return this.suspended !== undefined;
  }

  deliver(run: () => void): void {
    if (!this.is_alive) return;
    if (this.suspended !== undefined) this.suspended.push(run);
    else run();
  }

  after(ms: number, run: () => void): () => void {
    let off = false;
    const cancel = this.time.after(ms, () => {
      release();
      this.deliver(() => (off ? undefined : run()));
    });
    const release = this.holds.held('timers', () => undefined);
    return () => {
      off = true;
      release();
      cancel();
    };
  }
}
