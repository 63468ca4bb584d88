// Readers of result columns that hold measured values, and bulk insertion.
import type { Row, Store } from '../../db/store';

/** A number, whole or not. */
export function real(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'number') throw new Error(`${column} is not a number`);
  return value;
}

export function maybeReal(row: Row, column: string): number | null {
  return row[column] === null ? null : real(row, column);
}

/** A JSON list of texts. */
export function texts(row: Row, column: string): string[] {
  const value = row[column];
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : undefined;
  if (!Array.isArray(list)) throw new Error(`${column} is not a list`);
  return list.map(String);
}

export type Scalar = string | number | null;

/** Inserts many rows at once: the list travels as one JSON text. */
export function insertAll<T extends string>(
  store: Store,
  table: string,
  columns: readonly T[],
  rows: readonly Readonly<Record<T, Scalar>>[],
): void {
  const values = JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
  const cells = columns.map((_, index) => `value ->> ${index}`).join(', ');
  store.run(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${cells} FROM json_each(?)`, values);
}
