// Writes JSON without rounding: a bigint becomes a bare number with all its digits.
import { randomBytes } from 'node:crypto';

const mark = randomBytes(8).toString('hex');
const markedNumber = new RegExp(`"${mark}(-?\\d+)"`, 'g');

/** `JSON.stringify` that knows bigint. */
export function writeJson(value: unknown): string {
  const marked = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? `${mark}${part}` : part,
  );
  return marked.replace(markedNumber, '$1');
}
