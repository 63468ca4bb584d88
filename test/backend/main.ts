// `tsx test/backend/main.ts [--port 8901] [--host H] [--profile documented|deployed] [--reset] [--memory] [--file F] [--log]`
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBackend } from '.';
import { PEOPLE } from './db/seed/people';
import { isProfile } from './profile';

const DEFAULT_PORT = '8901';
const DEFAULT_FILE = join(__dirname, 'data', 'store.sqlite');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['BACKEND_PORT'] ?? DEFAULT_PORT },
      host: { type: 'string', default: '127.0.0.1' },
      profile: { type: 'string', default: 'documented' },
      file: { type: 'string', default: DEFAULT_FILE },
      memory: { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      log: { type: 'boolean', default: false },
    },
  });
  const { profile, host, reset, log } = values;
  if (!isProfile(profile)) throw new Error(`--profile is documented or deployed, not ${profile}`);
  const file = values.memory ? ':memory:' : values.file;
  const backend = await startBackend({ profile, host, reset, log, file, port: Number(values.port) });
  console.log(`backend  ${backend.url}  (${profile}, data in ${file})`);
  console.log(`panel    ${backend.url}/dev`);
  console.log('sign in with the code 123456:');
  for (const { mobile, nickname, about } of PEOPLE) console.log(`  ${mobile}  ${nickname}  ${about}`);
  const stop = () => void backend.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
