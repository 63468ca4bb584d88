// `npm run preview -- <folder>` as a person types it, on a program that was never packed.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { openPreview } from '../../preview/playwright';
import { standingBrowser } from '../stand';
import { Program } from '../../unit/preview/support/program';

const TOP = path.resolve(__dirname, '../../..');
const program = new Program({
  'project.config.json': { miniprogramRoot: 'client/', appid: 'wx42' },
  'package.json': { dependencies: { plain: '1', kit: '1', absent: '1' } },
  'client/app.json': { pages: ['pages/p/p'], plugins: { live: {} } },
  'client/app.js': 'App({})',
  'client/pages/p/p.json': { usingComponents: { 'kit-word': 'kit/word' } },
  'client/pages/p/p.wxml': '<kit-word word="{{word}}"/>',
  'client/pages/p/p.js': "Page({ data: { word: require('plain') } })",
  'node_modules/plain/package.json': { main: 'lib/main.js' },
  'node_modules/plain/lib/main.js': "module.exports = require('./other')",
  'node_modules/plain/lib/other.js': "module.exports = 'packed'",
  'node_modules/kit/package.json': { miniprogram: 'dist' },
  'node_modules/kit/dist/word.json': { component: true },
  'node_modules/kit/dist/word.js': 'Component({ properties: { word: String } })',
  'node_modules/kit/dist/word.wxml': '<text class="said">{{word}} by npm</text>',
});

let server: ChildProcess | null = null;
afterEach(async () => {
  const gone = new Promise((resolve) => server?.once('exit', resolve));
  server?.kill('SIGTERM');
  await gone;
});

/** @returns what the terminal shows once the second line is there */
function run(folder: string): Promise<string> {
  const started = spawn(
    path.join(TOP, 'node_modules/.bin/tsx'),
    [path.join(TOP, 'test/preview/main.ts'), folder],
    {
      env: { ...process.env, PORT: '0', INIT_CWD: path.dirname(program.root) },
    },
  );
  server = started;
  return new Promise((resolve, reject) => {
    let said = '';
    started.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      if (/missing: .*\n/.test(said)) resolve(said);
    });
    started.on('exit', () => reject(new Error(said)));
  });
}

it('F3 runs, its npm modules packed, and says in one line what is missing', async () => {
  const said = await run(path.basename(program.root));
  const [, url = ''] =
    /^preview: (\S+)\nmissing: npm packages \(npm install\): absent · plugins: live\n$/.exec(said) ?? [];
  const device = await openPreview(await standingBrowser(), url);
  try {
    await (await device.frame()).getByText('packed by npm').waitFor();
    expect((await device.problems()).errors).toEqual([]);
  } finally {
    await device.close();
  }
});
