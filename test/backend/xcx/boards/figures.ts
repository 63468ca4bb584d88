// Figures of a panel beside those of the span before, as the deployed system writes them: each with its change, and
// whether it went down or stayed. Without a comparison these fields are not there at all.
import type { Context } from '../../context';

/** Null where the store has no such figure. */
export type Figures = Record<string, number | null>;

/** What was compared; undefined without a comparison. */
export type Before<T> = T | undefined;

/** The change as a fraction, null where nothing was before. */
function changed(value: number, before: number): number | null {
  return before === 0 ? null : Number(((value - before) / Math.abs(before)).toFixed(4));
}

/** The direction of the change; the deployed system sends the real one only since the end of March. */
function direction(ctx: Context, value: number | null, before: number | null | undefined) {
  if (value === null || before === undefined || before === null) return undefined;
  const flags = ctx.xcx.isMarch ? {} : { is_down: value < before, is_flat: value === before };
  return { compare: changed(value, before), ...flags };
}

/** `{name, name_compare, name_is_down, name_is_flat}` for each figure. */
export function compared(ctx: Context, now: Figures, before: Before<Figures>): Record<string, unknown> {
  const entries = Object.entries(now).flatMap(([name, value]): [string, unknown][] => {
    const beside = Object.entries(direction(ctx, value, before?.[name]) ?? {});
    return [[name, value], ...beside.map(([part, one]): [string, unknown] => [`${name}_${part}`, one])];
  });
  return Object.fromEntries(entries);
}

export interface Line {
  name: string;
  amount: number;
}

/** Rows of a list; a row that was not there before has nothing to be compared with. */
export function comparedLines(
  ctx: Context,
  now: readonly Line[],
  before: Before<readonly Line[]>,
): unknown[] {
  return now.map(({ name, amount }) => ({
    name,
    amount,
    ...direction(ctx, amount, before?.find((line) => line.name === name)?.amount),
  }));
}

/** A part of a whole, 0 to 1; null of nothing. */
export const rate = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number((part / whole).toFixed(4));
