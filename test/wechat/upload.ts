/**
 * `npm run upload [preview|upload] [-- --version 1.2.3 --note "…"]`: sends the mini program to WeChat with the owner's key.
 * The app id and the path of the key come from the environment, so that neither is ever in the repository.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILD_FOLDER } from './build/build';
import { runGate } from './gate/gate';
import { ensureTools, toolFolder } from './gate/tools';
import { SETTING } from './setting';

interface Ci {
  Project: new (options: object) => object;
  upload(options: object): Promise<object>;
  preview(options: object): Promise<object>;
}

const root = resolve(__dirname, '../..');

/** @throws Error that says which variable is missing and where its value comes from */
function credentials(env: NodeJS.ProcessEnv): { appid: string; privateKeyPath: string } {
  const { MINIPROGRAM_APPID: appid, MINIPROGRAM_KEY: key } = env;
  if (appid === undefined || !/^wx[0-9a-f]{16}$/.test(appid)) {
    throw new Error(
      'Set MINIPROGRAM_APPID to the app id (wx and 16 characters): mp.weixin.qq.com, 开发管理 → 开发设置.',
    );
  }
  if (key === undefined) {
    throw new Error(
      'Set MINIPROGRAM_KEY to the path of the upload key: mp.weixin.qq.com, 开发管理 → 开发设置 → 小程序代码上传. This machine must be on its IP list.',
    );
  }
  if (!existsSync(key)) throw new Error(`MINIPROGRAM_KEY names a file that does not exist: ${key}`);
  return { appid, privateKeyPath: resolve(key) };
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { version: { type: 'string' }, note: { type: 'string', default: '' } },
  });
  const action = positionals[0] ?? 'preview';
  if (action !== 'preview' && action !== 'upload')
    throw new Error(`There is no action ${action}: say preview or upload.`);
  const key = credentials(process.env);
  if ((await runGate(root)) > 0) throw new Error('The gate failed: nothing was sent.');
  ensureTools();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const ci = createRequire(__filename)(toolFolder('miniprogram-ci')) as Ci;
  const project = new ci.Project({
    ...key,
    type: 'miniProgram',
    // The gate has just made it.
    projectPath: join(root, BUILD_FOLDER),
    ignores: ['node_modules/**/*'],
  });
  const options = { project, version: values.version ?? version, desc: values.note, setting: SETTING };
  const sent = await (action === 'upload'
    ? ci.upload(options)
    : ci.preview({ ...options, qrcodeFormat: 'terminal' }));
  console.log(action === 'upload' ? `Uploaded ${options.version}:` : 'Preview:', sent);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
