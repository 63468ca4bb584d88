// The lint walls bite: each planted defect is refused by the rule meant for it, and what is allowed passes.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { planted } from './planted';

const root = path.resolve(__dirname, '../../..');
let spoken: string[][] = [];

beforeAll(() => {
  const out = execFileSync(process.execPath, ['--import', 'tsx', path.join(__dirname, 'lint-planted.ts')], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  spoken = JSON.parse(out) as string[][];
}, 60_000);

describe('A11 lint walls bite on planted defects', () => {
  planted.forEach(({ name, rule }, index) => {
    test(`A11 ${rule === null ? 'allowed' : 'refused'}: ${name}`, () => {
      if (rule === null) expect(spoken[index]).toEqual([]);
      else expect(spoken[index]).toContain(rule);
    });
  });
});
