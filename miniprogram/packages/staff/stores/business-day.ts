// The business day of the store: the server's date, unless the server names another one (+, a store on trial works with
// data of the past). Observable (MobX).
import { makeAutoObservable, runInAction } from 'mobx-miniprogram';
import { settled } from '../../../api/settled';
import { formatDate, parseWireTime } from '../../../format/time';

/** The least time between two requests for it, ms. */
const ASK_AGAIN_MS = 3_600_000;

export interface BusinessDayParts {
  /** The server's. */
  clock: { now(): number };
  api: {
    /** `YYYY-MM-DD`; null where the server has no such route. */
    runtimeClock(): Promise<string | null>;
  };
}

export class BusinessDay {
  /** Whole days between the server's clock and the books, ms. */
  private offset_ms = 0;
  private ask_from = -Infinity;

  constructor(private readonly parts: BusinessDayParts) {
    makeAutoObservable<this, 'parts' | 'ask_from'>(
      this,
      { parts: false, ask_from: false, now: false },
      { autoBind: true },
    );
  }

  /** The moment that deadlines are said for, epoch ms: the server's time of day, on the day of the books. */
  now(): number {
    return this.parts.clock.now() + this.offset_ms;
  }

  /** Asks for the day where that is due. Never rejects: without an answer the day stays as it was known. */
  async look(): Promise<void> {
    const { clock, api } = this.parts;
    const asked_at = clock.now();
    if (asked_at < this.ask_from) return;
    this.ask_from = asked_at + ASK_AGAIN_MS;
    const said = await settled(api.runtimeClock());
    if (!said.ok) {
      this.ask_from = -Infinity;
      return;
    }
    const day = parseWireTime(said.value);
    const today = parseWireTime(formatDate(clock.now()));
    runInAction(() => (this.offset_ms = day === null || today === null ? 0 : day - today));
  }
}
