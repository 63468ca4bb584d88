/** `npm run build`: makes the copy that is uploaded, and says where it lies. */
import { relative, resolve } from 'node:path';
import { describe } from '../gate/finding';
import { build } from './build';

const root = resolve(__dirname, '../../..');

build(root).then(
  ({ folder, faults }) => {
    for (const fault of faults) console.error(describe(fault));
    if (faults.length > 0) process.exitCode = 1;
    else console.log(`The upload's copy lies in ${relative(root, folder)}`);
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
