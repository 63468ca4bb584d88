/**
 * `npm run upload -- [preview|upload] [--version 1.2.3 --note "…"]`: sends the mini program to WeChat with the owner's key.
 * The app id and the path of the key come from the environment, so that neither is ever in the repository. A preview
 * without them is a dry run: all that can be checked here is, and what is missing is said.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILD_FOLDER } from './build/build';
import { runGate } from './gate/gate';
import { toolFolder } from './gate/tools';
import { CHECKLIST } from './publish/checklist';
import { originsOf } from './publish/domains';
import { credentials, placeholders } from './publish/missing';
import { SETTING } from './setting';

interface Ci {
  Project: new (options: object) => object;
  upload(options: object): Promise<object>;
  preview(options: object): Promise<object>;
}

const root = resolve(__dirname, '../..');

function told(unset: readonly string[]): string {
  return ['Missing:', ...unset.map((line) => `- ${line}`), `The whole list is ${CHECKLIST}.`].join('\n');
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { version: { type: 'string' }, note: { type: 'string', default: '' } },
  });
  const action = positionals[0] ?? 'preview';
  if (action !== 'preview' && action !== 'upload')
    throw new Error(`There is no action ${action}: say preview or upload.`);
  const { key, missing } = credentials(process.env);
  const unset = [...missing, ...placeholders(originsOf(root))];
  if (action === 'upload' && unset.length > 0) throw new Error(`Nothing was sent.\n${told(unset)}`);
  if ((await runGate(root)) > 0) throw new Error('The gate failed: nothing was sent.');
  if (key === undefined) {
    console.log(`\nA dry run: what would be sent lies in ${BUILD_FOLDER}, and nothing was.\n${told(unset)}`);
    return;
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const ci = createRequire(__filename)(toolFolder('miniprogram-ci')) as Ci;
  const project = new ci.Project({
    appid: key.appid,
    privateKeyPath: key.path,
    type: 'miniProgram',
    // The gate has just made this copy.
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
