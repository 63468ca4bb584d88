/**
 * Runs in a process of its own: compiles the project `argv[2]` as for an upload, writes the emitted files to `argv[3]`,
 * and what stopped it to `argv[4]`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SETTING } from '../setting';
import { toolFolder } from './tools';

interface Ci {
  Project: new (options: object) => object;
  getCompiledResult(options: object): Promise<Record<string, string | Buffer>>;
}

interface CompileError {
  message: string;
  path?: string;
}

const [project = '', emitted = '', failure = ''] = process.argv.slice(2);
/** Limits of an ordinary account, in MB; asking WeChat for them would need a key. */
const ACCOUNT = {
  platform: false,
  appType: 0,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

async function compile(): Promise<void> {
  // The tool forks helpers with these; they need no TypeScript and start faster without.
  process.execArgv = [];
  const ci = createRequire(__filename)(toolFolder('miniprogram-ci')) as Ci;
  const options = {
    type: 'miniProgram',
    projectPath: project,
    appid: 'touristappid',
    privateKey: 'none',
    ignores: ['node_modules/**/*'],
    attr: () => Promise.resolve(ACCOUNT),
  };
  const files = await ci.getCompiledResult({
    project: new ci.Project(options),
    desc: 'gate',
    version: '0.0.0',
    setting: SETTING,
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(emitted, path)), { recursive: true });
    writeFileSync(join(emitted, path), content);
  }
}

compile().then(
  () => process.exit(0),
  (error: CompileError) => {
    const at = error.path === undefined ? 'miniprogram' : `miniprogram/${error.path}`;
    writeFileSync(failure, JSON.stringify({ at, message: error.message }));
    process.exit(1);
  },
);
