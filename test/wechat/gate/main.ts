/**
 * `npm run gate`: what WeChat would say at upload and at run time, asked here. Instead of that, `--prove` plants defects,
 * `--sizes` lists the largest files of each package, and `--checklist` makes the owner's checklist anew.
 */
import { resolve } from 'node:path';
import { CHECKLIST, writeChecklist } from '../publish/checklist';
import { runGate, showSizes } from './gate';
import { prove } from './prove';

const root = resolve(__dirname, '../../..');

/** Of each package. */
const LISTED = 20;

async function run(): Promise<number> {
  if (process.argv.includes('--prove')) return prove();
  if (process.argv.includes('--checklist')) {
    writeChecklist(root);
    console.log(`${CHECKLIST} is made`);
    return 0;
  }
  return process.argv.includes('--sizes') ? showSizes(root, LISTED) : runGate(root);
}

run().then(
  (count) => process.exit(count === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
