// The pay scale of a month, and where a coach stands on it.
import type { Context } from '../../context';
import { int, text } from '../../db/store';

export interface Tier {
  label: string;
  min_hours: number;
  /** What an hour of a basic course brings on top, yuan. */
  rate: number;
  /** What an incentive brings, yuan. */
  incentive_rate: number;
}

/** The scale that was valid in a month, lowest step first; none before there was one. @param month 1-12 */
export function tiersOf(ctx: Context, year: number, month: number): Tier[] {
  const rows = ctx.store.all(
    `SELECT * FROM xcx_tiers WHERE valid_from = (SELECT MAX(valid_from) FROM xcx_tiers WHERE valid_from <= ?)
     ORDER BY min_hours`,
    `${year}-${String(month).padStart(2, '0')}`,
  );
  return rows.map((row) => ({
    label: text(row, 'label'),
    min_hours: int(row, 'min_hours'),
    rate: int(row, 'rate'),
    incentive_rate: int(row, 'incentive_rate'),
  }));
}

export interface Standing {
  /** Position of the step that is reached, from 0. */
  at: number;
  current: Tier | undefined;
  /** None on the highest step, and where there is only one. */
  next: Tier | undefined;
}

export function standingAt(tiers: readonly Tier[], hours: number): Standing {
  const at = Math.max(0, tiers.filter(({ min_hours }) => hours >= min_hours).length - 1);
  return { at, current: tiers[at], next: tiers[at + 1] };
}

/** Yuan that a coach wins by reaching the next step: its better rate for the hours it takes. 0 without one. */
export function prizeOf({ current, next }: Standing): number {
  return next === undefined ? 0 : next.min_hours * (next.rate - (current?.rate ?? 0));
}
