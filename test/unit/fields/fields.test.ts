// B: no field of a reply is forgotten. Each is read by something that a page reaches, or stands in docs/fields.md.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { coverageOf } from './coverage';
import { readFieldDocs } from './docs';
import { entriesOf } from './entries';
import { complaints } from './judge';
import { appProgram } from './program';

const root = path.resolve(__dirname, '../../..');

test('B every field of every reply and event is read for a page, or docs/fields.md says why not', () => {
  const coverage = coverageOf(appProgram(root), entriesOf(root));
  // A walk that finds nothing would agree with everything.
  expect(coverage.fields.length).toBeGreaterThan(250);
  expect(coverage.fields.filter(({ readers }) => readers.length > 0).length).toBeGreaterThan(50);
  const docs = readFieldDocs(readFileSync(path.join(root, 'docs/fields.md'), 'utf8'));
  expect(complaints(coverage, docs)).toEqual([]);
}, 180_000);
