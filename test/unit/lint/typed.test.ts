// The linter that asks the type checker bites: each planted defect is refused by the rule meant for it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

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
] as const;

let folder = '';
let said = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'typed-'));
  mkdirSync(path.join(folder, 'sources'));
  writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(path.join(folder, 'sources', 'sound.ts'), `${work}void work();\nexport {};\n`);
  PLANTED.forEach(([, text], at) => writeFileSync(path.join(folder, 'sources', `p${at}.ts`), text));
  const config = path.join(root, '.oxlintrc.json');
  ({ stdout: said } = spawnSync(oxlint, ['--type-aware', '-c', config, '-f', 'unix', folder], {
    cwd: root,
    encoding: 'utf8',
  }));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const linesOf = (name: string): string[] => said.split('\n').filter((line) => line.includes(`${name}:`));

describe('A11 the linter that knows types bites on planted defects', () => {
  PLANTED.forEach(([name, , rule], at) => {
    test(`A11 refused: ${name}`, () => {
      expect(linesOf(`p${at}.ts`).join('\n')).toContain(`typescript(${rule})`);
    });
  });

  test('A11 a sound file passes', () => {
    expect(linesOf('sound.ts')).toEqual([]);
    expect(said).not.toBe('');
  });
});
