/** Runs all checks over a project, tells what each found, and ends with sizes and one line of counts. */
import type { Check, Work } from './check';
import type { Finding } from './finding';
import { describe } from './finding';
import { addresses } from './checks/addresses';
import { appJson } from './checks/app-json';
import { checklist } from './checks/checklist';
import { compile, dropCompiled } from './checks/compile';
import { components } from './checks/components';
import { copy } from './checks/copy';
import { devtools } from './checks/devtools';
import { engine } from './checks/engine';
import { library } from './checks/library';
import { load } from './checks/load';
import { wcc, wcsc } from './checks/markup';
import { names } from './checks/names';
import { packed } from './checks/packed';
import { reach } from './checks/reach';
import { oversized, packageSizes, sizes } from './checks/sizes';
import { withCompiled } from './compiled';
import { fileTable, sizeTable } from './size-table';
import { ensureTools } from './tools';
import { workOn } from './work';

export const CHECKS: readonly Check[] = [
  packed,
  appJson,
  reach,
  components,
  addresses,
  names,
  library,
  checklist,
  devtools,
  copy,
  wcc,
  wcsc,
  compile,
  load,
  engine,
  sizes,
];

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
  if (work.compiled !== undefined) console.log(`\n${sizeTable(packageSizes(work.compiled, work.layout))}\n`);
  dropCompiled(work.compiled);
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
  return failed;
}

/**
 * Shows the sizes and nothing else.
 * @param count files of each package that are listed
 * @returns how many packages are over their limit
 */
export async function showSizes(root: string, count: number): Promise<number> {
  const rows = await withCompiled(root, (compiled, { layout }) => packageSizes(compiled, layout));
  console.log(`${fileTable(rows, count)}\n\n${sizeTable(rows)}`);
  return oversized(rows).length;
}
