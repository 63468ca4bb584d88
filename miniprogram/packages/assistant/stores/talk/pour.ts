// Lets an answer's pieces through in portions: each of them is a change of the page.
import type { Clock, Off, Timers } from '../../../../platform/ports';

/** Not sooner after the last portion, ms. */
const LEAST_MS = 120;
/** So many letters make a portion; fewer wait for more. */
const LETTERS = 32;
/** They do not wait longer, ms. */
const MOST_MS = 400;

export class Pour {
  private held = '';
  private poured_at: number;
  private stop: Off | undefined;

  /** @param clock the phone's steady one @param out is given each portion */
  constructor(
    private readonly time: Timers & Pick<Clock, 'now'>,
    private readonly out: (portion: string) => void,
  ) {
    this.poured_at = time.now();
  }

  push(piece: string): void {
    this.held += piece;
    this.stop?.();
    const since_ms = this.time.now() - this.poured_at;
    const wait_ms = Math.max(0, (this.held.length >= LETTERS ? LEAST_MS : MOST_MS) - since_ms);
    this.stop = undefined;
    if (wait_ms === 0) this.flush();
    else this.stop = this.time.after(wait_ms, () => this.flush());
  }

  /** Everything now. */
  flush(): void {
    this.stop?.();
    this.stop = undefined;
    const portion = this.held;
    this.held = '';
    this.poured_at = this.time.now();
    if (portion !== '') this.out(portion);
  }
}
