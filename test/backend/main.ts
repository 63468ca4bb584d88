// Runs the backend alone: `tsx test/backend/main.ts [--port 8901] [--profile documented|deployed] [--xcx-profile …] [--reset]
// [--memory] [--file F] [--host H] [--revision february|july] [--no-script] [--log]`
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBackend } from '.';
import { PEOPLE } from './db/seed/people';
import { isProfile, isRevision } from './profile';
import { ACCOUNTS } from './xcx/data/accounts';

const DEFAULT_PORT = '8901';
const DEFAULT_FILE = join(__dirname, 'data', 'store.sqlite');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['BACKEND_PORT'] ?? DEFAULT_PORT },
      host: { type: 'string', default: '127.0.0.1' },
      profile: { type: 'string', default: 'documented' },
      'xcx-profile': { type: 'string' },
      revision: { type: 'string', default: 'july' },
      file: { type: 'string', default: DEFAULT_FILE },
      memory: { type: 'boolean', default: false },
      reset: { type: 'boolean', default: false },
      log: { type: 'boolean', default: false },
      'no-script': { type: 'boolean', default: false },
    },
  });
  const { profile, revision, host, reset, log } = values;
  if (!isProfile(profile)) throw new Error(`--profile is documented or deployed, not ${profile}`);
  if (!isRevision(revision)) throw new Error(`--revision is february or july, not ${revision}`);
  const xcxProfile = values['xcx-profile'] ?? profile;
  if (!isProfile(xcxProfile)) throw new Error(`--xcx-profile is documented or deployed, not ${xcxProfile}`);
  const file = values.memory ? ':memory:' : values.file;
  const backend = await startBackend({
    profile,
    xcx_profile: xcxProfile,
    revision,
    host,
    reset,
    log,
    file,
    scriptedAgent: !values['no-script'],
    port: Number(values.port),
  });
  console.log(`backend  ${backend.url}  (${profile}, data in ${file})`);
  console.log(`panel    ${backend.url}/dev`);
  console.log(`desk     ${backend.url}/desk`);
  console.log('sign in with the code 123456:');
  for (const { mobile, nickname, about } of PEOPLE) console.log(`  ${mobile}  ${nickname}  ${about}`);
  console.log('staff, by the code of wx.login:');
  for (const { openid, about } of ACCOUNTS) console.log(`  ${openid}  ${about}`);
  const stop = () => void backend.close().then(() => process.exit(0));
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
