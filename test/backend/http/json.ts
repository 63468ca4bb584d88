// Writes JSON without rounding: a bigint becomes a bare number with all its digits.
import { randomBytes } from 'node:crypto';

const mark = randomBytes(8).toString('hex');
const markedNumber = new RegExp(`"${mark}(-?\\d+)"`, 'g');

/** A replacer for `JSON.stringify` that marks bigints; `unmark` turns what it wrote into numbers. */
export const markBigints = (_key: string, part: unknown): unknown =>
  typeof part === 'bigint' ? `${mark}${part}` : part;

export const unmark = (json: string): string => json.replace(markedNumber, '$1');

/** `JSON.stringify` that knows bigint. */
export const writeJson = (value: unknown): string => unmark(JSON.stringify(value, markBigints));
