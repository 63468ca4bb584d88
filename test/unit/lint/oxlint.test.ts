// What holds for any TypeScript bites: each planted defect is refused by the rule meant for it, and nothing waives a rule.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesBelow } from '../../wechat/gate/files';

const root = path.resolve(__dirname, '../../..');
const oxlint = path.join(root, 'node_modules', '.bin', 'oxlint');

const work = 'async function work(): Promise<void> {}\n';
const PLANTED = [
  [
    'a promise nobody waits for',
    `${work}export function start(): void {\n  work();\n}`,
    'no-floating-promises',
  ],
  ['a promise taken for its answer', `${work}export const is_done = work() ? 1 : 2;`, 'no-misused-promises'],
  ['a value of no type handed on', "export const x: string = JSON.parse('1');", 'no-unsafe-assignment'],
  ['a member of what has no type', "export const y: unknown = JSON.parse('1').z;", 'no-unsafe-member-access'],
  [
    'a case that is not there',
    "export function f(a: 'x' | 'y'): void {\n  switch (a) {\n    case 'x':\n      break;\n  }\n}",
    'switch-exhaustiveness-check',
  ],
  ['any', 'export const x = (y: any): unknown => y;', 'no-explicit-any'],
  ['a non-null !', 'export const x = (y?: string): string => y!;', 'no-non-null-assertion'],
  ['what nobody uses', 'const x = 1;\nexport {};', 'no-unused-vars'],
  [
    'a type imported as a value',
    "import { X } from './sound';\nexport const x: X = 1;",
    'consistent-type-imports',
  ],
  ['typings at run time', "import { x } from '../typings/v4/item';\nx();", 'no-restricted-imports'],
  ['half of a circle', "import { q } from './q';\nexport const circle = (): unknown => q;", 'no-cycle'],
  ['301 lines', 'export {};\n'.repeat(301), 'max-lines'],
  ['a focused test', "test.only('x', () => undefined);", 'no-restricted-properties'],
  ['a test left out', "it.skip('x', () => undefined);", 'no-restricted-properties'],
  ['a test to come', "test.todo('x');", 'no-restricted-properties'],
  ['a test left out by its name', "xit('x', () => undefined);", 'no-restricted-globals'],
] as const;

let folder = '';
let said = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'typed-'));
  mkdirSync(path.join(folder, 'sources'));
  writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(path.join(folder, 'sources', 'sound.ts'), `${work}void work();\nexport {};\n`);
  const circle = PLANTED.findIndex(([name]) => name === 'half of a circle');
  const other = `import type { circle } from './p${circle}';\nexport const q = (x: typeof circle): unknown => x;\n`;
  writeFileSync(path.join(folder, 'sources', 'q.ts'), other);
  PLANTED.forEach(([, text], at) => writeFileSync(path.join(folder, 'sources', `p${at}.ts`), text));
  const config = path.join(root, '.oxlintrc.json');
  ({ stdout: said } = spawnSync(oxlint, ['--type-aware', '-c', config, '-f', 'unix', folder], {
    cwd: root,
    encoding: 'utf8',
  }));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const linesOf = (name: string): string[] => said.split('\n').filter((line) => line.includes(`${name}:`));

describe('A11 the quick linter bites on planted defects', () => {
  PLANTED.forEach(([name, , rule], at) => {
    test(`A11 refused: ${name}`, () => {
      expect(linesOf(`p${at}.ts`).join('\n')).toContain(`(${rule})`);
    });
  });

  test('A11 a sound file passes', () => {
    expect(linesOf('sound.ts')).toEqual([]);
    expect(said).not.toBe('');
  });
});

test('A11 no file waives a rule', () => {
  const waiver = /(?:oxlint|eslint|stylelint|oxfmt|prettier|ts)-(?:disable|ignore|nocheck|expect-error)/;
  const ours = ['miniprogram', 'typings', 'test'].flatMap((folder) =>
    filesBelow(path.join(root, folder), '.ts', '.js', '.wxml', '.wxss').map((file) => `${folder}/${file}`),
  );
  const waiving = ours
    .filter((file) => !/(?:^|\/)(?:node_modules|miniprogram_npm|\.cache)\//.test(file))
    .filter((file) => waiver.test(readFileSync(path.join(root, file), 'utf8')));
  // What the compiler must refuse is written there, and the waiver that waives nothing is planted here.
  expect(waiving).toEqual(['test/unit/api/drift.test-d.ts', 'test/unit/lint/planted.ts']);
});
