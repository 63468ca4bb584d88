// Decoders that several xcx domains share. A missing value is `null` or absent there; where people only read it, it
// becomes what a page shows as nothing.
import type { ApiPaginated, Figure } from '../../../../typings/xcx/common';
import { list, missingAs, nullable, number, record, text } from '../../schema';
import type { Schema } from '../../schema';

/** Words beside the facts: '' where there are none. */
export const words: Schema<string> = missingAs(text, '');

/** A number that may be missing: null then. */
export const figure: Schema<Figure> = missingAs(nullable(number), null);

/** A list that may be missing as a whole. */
export function rows<T>(row: Schema<T>): Schema<T[]> {
  return missingAs(list(row), []);
}

/** `{items, total, page, pageSize}`. */
export function pageOf<T>(row: Schema<T>): Schema<ApiPaginated<T>> {
  return record({ items: list(row), total: number, page: number, pageSize: number }, {});
}
