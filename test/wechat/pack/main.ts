/** `npm install` runs this: it builds `miniprogram_npm`. Quiet when all is well; names what is wrong otherwise. */
import { resolve } from 'node:path';
import { PackError } from './error';
import { pack } from './pack';

pack(resolve(__dirname, '../../..')).catch((error: unknown) => {
  console.error(error instanceof PackError ? `miniprogram_npm was not packed.\n${error.message}` : error);
  process.exitCode = 1;
});
