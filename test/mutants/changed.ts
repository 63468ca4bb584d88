// A file as a row of the table changes it; the file itself is never written to.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import type { Row } from './row';

export const ROOT = path.resolve(__dirname, '../..');

/** The row cannot be played: its text is not there, or what it makes is no program. */
export class RowError extends Error {
  override readonly name = 'RowError';
}

/** @throws RowError where the text is not there, or more than once */
export function replaced(text: string, from: string, to: string): string {
  const times = text.split(from).length - 1;
  if (times === 0) throw new RowError('its text is not in the file any more');
  if (times > 1) throw new RowError(`its text is in the file ${times} times`);
  if (from === to) throw new RowError('it changes nothing');
  // Without a pattern, `to` is taken as it is written.
  return text.split(from).join(to);
}

/** The changed text of a row's file. @throws RowError also where that does not compile */
export function changed({ file, from, to }: Pick<Row, 'file' | 'from' | 'to'>): string {
  const text = replaced(readFileSync(path.join(ROOT, file), 'utf8'), from, to);
  try {
    transformSync(text, { loader: 'ts', sourcefile: file, logLevel: 'silent' });
  } catch (error) {
    throw new RowError(`it does not compile: ${error instanceof Error ? error.message : String(error)}`);
  }
  return text;
}
