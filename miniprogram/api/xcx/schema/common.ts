// Decoders that several xcx domains share. A missing value is `null` or absent there; where people only read it, it
// becomes what a page shows as nothing. The running system's other forms become the contract's here.
import type { ApiPaginated, Figure } from '../../../../typings/xcx/common';
import { goodRows } from '../../rows';
import { filled, flag, list, missingAs, record, text } from '../../schema';
import type { Schema } from '../../schema';
import { BROKEN, valueOf } from '../../schema-run';

/** A text that people only read: '' where it is missing. */
export const words: Schema<string> = missingAs(text, '');

/** `¥1,200.00`, `-¥368`, `1200`: an amount as text, in yuan. */
const AMOUNT = /^([-−]?)[¥￥]?\s*([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;

/** What a text of digits, commas and a currency sign says; `undefined` when it is none. */
function amountOf(said: string): number | undefined {
  const [whole, before = '', after = '', digits = '', rest = ''] = AMOUNT.exec(said.trim()) ?? [];
  if (whole === undefined) return undefined;
  const value = Number(digits.replace(/,/g, '') + rest);
  return (before === '') === (after === '') ? value : -value;
}

/** A finite number, or an amount as text. */
export const quantity: Schema<number> = valueOf('number', (value) => {
  const read = typeof value === 'string' ? amountOf(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : BROKEN;
});

const NONE = ['', '-', '--'];

/** A number that may be missing (null, absent, `--`): null then. */
export const figure: Schema<Figure> = missingAs(
  valueOf('(number | null)', (value) => {
    if (value === null || (typeof value === 'string' && NONE.includes(value.trim()))) return null;
    const read = typeof value === 'string' ? amountOf(value) : value;
    return typeof read === 'number' && Number.isFinite(read) ? read : BROKEN;
  }),
  null,
);

/** `3h 20min`, `2.5h`, `45min`. */
const DURATION = /^(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+)\s*min)?$/;

/** Hours: a number, or a duration as text; null where there is none. */
export const hours: Schema<Figure> = missingAs(
  valueOf('(number | null)', (value) => {
    if (typeof value !== 'string') {
      return value === null || (typeof value === 'number' && Number.isFinite(value)) ? value : BROKEN;
    }
    if (NONE.includes(value.trim())) return null;
    const [whole, h, min] = DURATION.exec(value.trim()) ?? [];
    if (whole === undefined) return amountOf(value) ?? BROKEN;
    return Math.round((Number(h ?? 0) + Number(min ?? 0) / 60) * 100) / 100;
  }),
  null,
);

/** Percent, sent as a part of one: `0.085` is 8.5 %. */
export const percentOf = (part: number): number => Math.round(part * 10000) / 100;

/** A list inside a detail, which may be missing as a whole. */
export function rows<T>(row: Schema<T>): Schema<T[]> {
  return missingAs(list(row), []);
}

/** A list of rows on their own, which may be missing as a whole: a broken row is left out and counted. */
export function ownRows<T>(row: Schema<T>): Schema<T[]> {
  return missingAs(goodRows(row), []);
}

/** The first of these fields that is there. */
function firstOf(fields: Record<string, unknown>, names: readonly string[]): unknown {
  return names.map((name) => fields[name]).find((value) => value !== undefined && value !== null);
}

/** Fields that come under another name, as `{ours: theirs}`; what stands there already is kept. */
export function aliased(names: Readonly<Record<string, string | readonly string[]>>) {
  return (fields: Record<string, unknown>): Record<string, unknown> => {
    const found = Object.entries(names).map(([ours, theirs]): [string, unknown] => [
      ours,
      firstOf(fields, [ours, ...(typeof theirs === 'string' ? [theirs] : theirs)]),
    ]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  };
}

/** A word of the running system in the contract's; one that nobody knows stays as it is. */
export function translated<T extends string>(known: ReadonlyMap<string, T>): Schema<T> {
  return valueOf('string', (value) => {
    if (typeof value !== 'string') return BROKEN;
    // Enumerations are open: the type says so where it is used.
    return known.get(value) ?? (value as T);
  });
}

/** What a page says of itself, in every form: all of it may be missing. */
export const pageFacts = {
  required: { total: figure, page: figure, pageSize: figure },
  optional: { has_more: flag },
};
export const pageNames = aliased({ items: ['list', 'tasks'], pageSize: 'page_size' });

/** `{items, total, page, pageSize}`; or `list` or `tasks` for the items, and `has_more` for the rest. */
export function pageOf<T>(row: Schema<T>): Schema<ApiPaginated<T>> {
  const whole = record({ items: goodRows(row), ...pageFacts.required }, pageFacts.optional);
  return filled(whole, pageNames);
}
