// `npm run test:mutants [-- word …]`: changes that make the program wrong, each of which a test must notice. With words, the
// rows that hold all of them.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { line } from '../support/tally';
import { runJest } from './jest-run';
import { chosen } from './row';
import { runRows } from './run';
import { TABLE } from './table';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<boolean> {
  const began = Date.now();
  const rows = chosen(TABLE, process.argv.slice(2));
  if (rows.length === 0) throw new Error('no row holds these words');
  const workers = Math.min(2, availableParallelism(), rows.length);
  const tally = await runRows(rows, { jest: runJest, say, workers });
  say(`${rows.length} changes (${Math.round((Date.now() - began) / 1000)} s)`);
  // Whoever asked for a file closes on the line itself.
  const file = process.env['TEST_TALLY'];
  if (file === undefined) say(line(tally));
  else writeFileSync(file, JSON.stringify(tally));
  return tally.failed === 0;
}

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
