/** Runs all checks over a project, tells what each found, and ends with sizes and one line of counts. */
import { join } from 'node:path';
import { readProject } from '../pack/project';
import type { Check, Finding, Work } from './check';
import { describe } from './check';
import { appJson } from './checks/app-json';
import { compile, dropCompiled } from './checks/compile';
import { copy } from './checks/copy';

import { devtools } from './checks/devtools';
import { engine } from './checks/engine';
import { load } from './checks/load';
import { wcc, wcsc } from './checks/markup';
import { names } from './checks/names';
import { packed } from './checks/packed';
import { reach } from './checks/reach';
import { BUDGET, kilobytes, packageSizes, sizes } from './checks/sizes';
import { ensureTools } from './tools';

export const CHECKS: readonly Check[] = [
  packed,
  appJson,
  reach,
  names,
  devtools,
  copy,
  wcc,
  wcsc,
  compile,
  load,
  engine,
  sizes,
];

/** What the gate looks at in a project. */
export function workOn(root: string): Work {
  return { root, layout: { root: join(root, 'miniprogram'), subpackages: readProject(root).subpackages } };
}

/** Runs one check; a check that cannot run has failed. */
export async function runCheck(check: Check, work: Work): Promise<Finding[]> {
  try {
    return await check.run(work);
  } catch (error) {
    return [{ at: check.title, message: error instanceof Error ? error.message : String(error) }];
  }
}

/** @returns how many checks failed */
export async function runGate(root: string): Promise<number> {
  ensureTools();
  const work = workOn(root);
  let failed = 0;
  for (const check of CHECKS) {
    const findings = await runCheck(check, work);
    if (findings.length > 0) failed += 1;
    console.log(`${findings.length === 0 ? '✓' : '✗'} ${check.title}`);
    for (const finding of findings) console.log(`    ${describe(finding)}`);
  }
  if (work.compiled !== undefined) printSizes(packageSizes(work.compiled, work.layout));
  dropCompiled(work.compiled);
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
  return failed;
}

function printSizes(sums: ReadonlyMap<string, number>): void {
  const all = [...sums.values()].reduce((sum, size) => sum + size, 0);
  const rows: [string, number, number][] = [...sums].map(([root, size]) => [
    root || 'main',
    size,
    root === '' ? BUDGET.main : BUDGET.eachPackage,
  ]);
  console.log();
  for (const [name, size, limit] of [...rows, ['all', all, BUDGET.all] as const]) {
    console.log(`${name.padEnd(24)}${kilobytes(size).padStart(12)} of ${kilobytes(limit).padStart(12)}`);
  }
  console.log();
}
