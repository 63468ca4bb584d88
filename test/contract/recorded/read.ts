// Reads the committed recordings.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpEntry, Section } from './parse';

const FOLDER = join(__dirname, 'v4-july');

/** A section by the number that its file name begins with. */
export function recordedSection(number: string): Section {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(`${number}-`));
  if (name === undefined) throw new Error(`no recording ${number}`);
  return JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Section;
}

/** The section's HTTP exchanges, in the order in which they were recorded. */
export function recordedExchanges(number: string): HttpEntry[] {
  return recordedSection(number).entries.filter((entry) => entry.kind === 'http');
}
