// G5: every command that the papers name is run: the quick ones here, the others by the test that is named beside them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { docsOf, wordsOf } from './docs';
import { filesBelow } from './files';

const root = path.resolve(__dirname, '../../..');
const docs = docsOf(root);

/** End by themselves within seconds; what they say when all is well. */
const QUICK: readonly (readonly [command: string, says: RegExp])[] = [
  ['npm run test:models -- --model gate', /1 passed, 0 failed\s*$/],
  ['npm run test:chaos -- --seed 47', /1 passed, 0 failed\s*$/],
  ['npm run test:unit -- unit/config', /[1-9]\d* passed, 0 failed\s*$/],
];

/** The parts of `npm test`, which runs all of them: the quick ones show that a part is reached and closes on its count. */
const PARTS = 'test/support/parts.ts';
/** Too slow, without an end, or of the machine itself: who runs what they run. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'npm ci': '.ci/run',
  'npm install': '.ci/run',
  'npm start': 'test/e2e/app/start.test.ts',
  'npm test': '.ci/run',
  'npm run test:types': PARTS,
  'npm run test:lint': PARTS,
  'npm run test:component': PARTS,
  'npm run test:contract': PARTS,
  'npm run test:e2e': PARTS,
  'npm run test:mutants': 'test/unit/mutants/mutants.test.ts',
  'npm run format': PARTS,
  'npm run preview': 'test/e2e/preview/any-folder.test.ts',
  'npm run bench': 'test/unit/bench/figures.test.ts',
  'npm run build': 'test/unit/wechat/build.test.ts',
  'npm run gate': 'test/unit/wechat/gate.test.ts',
  'npm run shots': 'test/e2e/layout/tabs.test.ts',
  'npm run upload': 'test/unit/wechat/publish.test.ts',
  'npx tsx test/wechat/pack/main.ts': 'test/unit/wechat/pack.test.ts',
  'npx tsx test/preview/table/main.ts': 'test/e2e/preview/table.test.ts',
  'npx tsx test/unit/fields/main.ts': 'test/unit/fields/fields.test.ts',
  'npx tsx test/unit/papers/architecture/main.ts': 'test/unit/papers/architecture.test.ts',
  'npx jest': PARTS,
};

const NAMED = /\b(npm (?:run [\w:-]+|ci|install|start|test)|npx (?:tsx [\w/.-]+|\w+))(?!\w)/g;

test('G5 every command that the papers name is one that somebody runs, and none is listed that they no longer name', () => {
  const short = wordsOf(docs, /`(test:\w+)`/g).map(({ word }) => `npm run ${word}`);
  const named = new Set([...wordsOf(docs, NAMED).map(({ word }) => word), ...short]);
  const quick = QUICK.map(([command]) => command.split(' -- ')[0] ?? '');
  expect([...named].sort()).toEqual([...new Set([...quick, ...Object.keys(ELSEWHERE)])].sort());
  expect(Object.values(ELSEWHERE).filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('G5 each part of the test command that is named is in the table of parts', () => {
  const table = readFileSync(path.join(root, PARTS), 'utf8');
  const parts = wordsOf(docs, /npm run test:(\w+)/g).map(({ word }) => word);
  expect(parts.filter((part) => !new RegExp(`^  (async )?${part}\\b`, 'm').test(table))).toEqual([]);
});

test('G5 every option behind a command is known to the script that it is for', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  // A row of the table names its command once, and options in spans behind it.
  const rows = docs.flatMap(({ lines }) => lines).filter((line) => /npm run .*-- --/.test(line));
  const unknown = rows.flatMap((line) => {
    const known = [...line.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) =>
      codeOf(scripts[name] ?? ''),
    );
    const options = [...line.matchAll(/-- --([a-z]+)/g)].map(([, option = '']) => option);
    return options.filter((option) => !known.some((text) => new RegExp(`\\b${option}\\b`).test(text)));
  });
  expect(rows.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});

/** All that is written beside a script, or where the part lies that it runs. */
function codeOf(script: string): string {
  const [, file = '', part = ''] = /^tsx (\S+)(?: (\w+))?/.exec(script) ?? [];
  const folder =
    file === 'test/run.ts' ? `test/${part === 'models' ? 'chaos/model' : part}` : path.dirname(file);
  return filesBelow(root, folder)
    .filter((one) => one.endsWith('.ts'))
    .map((one) => readFileSync(path.join(root, one), 'utf8'))
    .join('\n');
}

test.each(QUICK)(
  'G5 %s ends well',
  (command, says) => {
    const named = wordsOf(docs, NAMED).some(({ word }) => command.startsWith(word));
    expect(named).toBe(true);
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: root,
      encoding: 'utf8',
      shell: true,
      // As in a terminal: what this run was told for itself is not theirs.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    });
    expect({ status, end: says.test(stdout), stderr: status === 0 ? '' : stderr }).toEqual({
      status: 0,
      end: true,
      stderr: '',
    });
  },
  120_000,
);
