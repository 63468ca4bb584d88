// `npx tsx test/unit/fields/main.ts [word]`: each field of each reply with the pages that read it, and where.
import path from 'node:path';
import { coverageOf } from './coverage';
import { entriesOf } from './entries';
import { appProgram } from './program';

const root = path.resolve(__dirname, '../../..');
const word = process.argv[2] ?? '';
const { fields } = coverageOf(appProgram(root), entriesOf(root));

for (const { type, name, readers, unreached } of fields) {
  const key = `${type}.${name}`;
  if (!key.includes(word)) continue;
  console.log(key);
  for (const { place, kind, pages } of readers) console.log(`  ${kind} ${place} ← ${pages.join(', ')}`);
  for (const place of unreached) console.log(`  not reached: ${place}`);
  if (readers.length + unreached.length === 0) console.log('  nobody');
}
