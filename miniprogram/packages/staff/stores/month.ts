// The month that a page is about: moved one at a time, never beyond the present one by the server's clock. Observable (MobX).
import { makeAutoObservable } from 'mobx-miniprogram';
import { beijingTime } from '../../../format/time';

/** `month` is 1-12, in Beijing. */
export interface YearMonth {
  year: number;
  month: number;
}

/** Months since the year 0, so that months can be compared and moved. */
const countOf = ({ year, month }: YearMonth): number => year * 12 + month - 1;
const textOf = ({ year, month }: YearMonth): string => `${year}-${String(month).padStart(2, '0')}`;
const monthAt = (count: number): YearMonth => ({ year: Math.floor(count / 12), month: (count % 12) + 1 });

/** @param clock the server's @param count months before the present one */
export const monthsBefore = (clock: { now(): number }, count: number): YearMonth =>
  monthAt(countOf(beijingTime(clock.now())) - count);

/** `2026-11`, from an address or a picker; null where it is none. */
export function monthIn(text: string | undefined): YearMonth | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text ?? '') ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month) };
}

export class Month {
  private count: number;
  private newest: number;

  /**
   * Begins with the present month.
   * @param clock the server's
   * @param earliest the first month that there can be anything of
   */
  constructor(
    private readonly clock: { now(): number },
    private readonly earliest: YearMonth,
  ) {
    this.newest = countOf(beijingTime(clock.now()));
    this.count = this.newest;
    makeAutoObservable<this, 'clock' | 'earliest'>(
      this,
      { clock: false, earliest: false },
      { autoBind: true },
    );
  }

  get current(): YearMonth {
    return monthAt(this.count);
  }

  /** Figures of the present month are still moving. */
  get is_present(): boolean {
    return this.count === this.newest;
  }

  get can_go_back(): boolean {
    return this.count > countOf(this.earliest);
  }

  get can_go_on(): boolean {
    return this.count < this.newest;
  }

  /** `2026年11月`. */
  get text(): string {
    const { year, month } = this.current;
    return `${year}年${month}月`;
  }

  /** `2026-11`: the month, and those at the ends, as a picker takes them. */
  get value(): string {
    return textOf(this.current);
  }

  get first_value(): string {
    return textOf(this.earliest);
  }

  get last_value(): string {
    return textOf(monthAt(this.newest));
  }

  /** @param by months: -1 or 1. Nothing happens at an end */
  move(by: number): void {
    this.choose(monthAt(this.count + by));
  }

  /** A month beyond an end is the end. */
  choose(month: YearMonth): void {
    this.count = Math.max(countOf(this.earliest), Math.min(this.newest, countOf(month)));
  }

  /**
   * Call it when the page is seen again, or the server's time became known: a new month may have begun. A page that
   * showed the present month then shows the new one.
   */
  look(): void {
    const was_present = this.is_present;
    this.newest = countOf(beijingTime(this.clock.now()));
    this.count = was_present ? this.newest : Math.min(this.count, this.newest);
  }
}
