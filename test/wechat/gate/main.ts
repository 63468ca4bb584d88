/**
 * `npm run gate`: what WeChat would say at upload and at run time, asked here. `--prove` plants defects instead, and
 * `--sizes` lists the largest files of each package.
 */
import { resolve } from 'node:path';
import { runGate, showSizes } from './gate';
import { prove } from './prove';

const root = resolve(__dirname, '../../..');

/** Of each package. */
const LISTED = 20;

function run(): Promise<number> {
  if (process.argv.includes('--prove')) return prove();
  return process.argv.includes('--sizes') ? showSizes(root, LISTED) : runGate(root);
}

run().then(
  (count) => process.exit(count === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
