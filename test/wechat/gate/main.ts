/** `npm run gate`: what WeChat would say at upload and at run time, asked here. `--prove` plants defects instead. */
import { resolve } from 'node:path';
import { runGate } from './gate';
import { prove } from './prove';

const root = resolve(__dirname, '../../..');

const failed = process.argv.includes('--prove') ? prove() : runGate(root);
failed.then(
  (count) => process.exit(count === 0 ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
