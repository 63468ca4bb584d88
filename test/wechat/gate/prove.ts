/** Plants each defect in a small project and demands that the check that is meant for it sees it. */
import { rmSync } from 'node:fs';
import { makeProject, writeFiles } from '../fixture/project';
import { pack } from '../pack/pack';
import { DEFECTS } from '../planted/defects';
import type { Planting } from '../planted/planting';
import { writeChecklist } from '../publish/checklist';
import type { Check } from './check';
import { describe, type Finding } from './finding';
import { checklist } from './checks/checklist';
import { compile, dropCompiled } from './checks/compile';
import { copy } from './checks/copy';
import { CHECKS, runCheck } from './gate';
import { ensureTools } from './tools';
import { workOn } from './work';

/** @returns how many proofs failed */
export async function prove(): Promise<number> {
  ensureTools();
  let [passed, failed] = [0, 0];
  const report = (title: string, good: boolean, details: string[]): void => {
    if (good) passed += 1;
    else failed += 1;
    console.log(`${good ? '✓' : '✗'} ${title}`);
    if (!good) for (const line of details) console.log(`    ${line}`);
  };
  const sound = await findingsOf({ checks: CHECKS, files: {} });
  report('A11 a sound project passes every check', sound.length === 0, sound.map(describe));
  for (const planting of DEFECTS) {
    const findings = await findingsOf(planting);
    const lines = findings.map(describe);
    for (const { title, expected } of planting.defects)
      report(
        `${planting.goal} ${title}`,
        lines.some((line) => expected.test(line)),
        lines,
      );
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}

/** Packs a sound project, changes it, and runs the checks, after those that make what they look at. */
async function findingsOf({
  checks,
  files,
}: Pick<Planting, 'files'> & { checks: readonly Check[] }): Promise<Finding[]> {
  const root = makeProject();
  await pack(root);
  if (checks.includes(checklist)) writeChecklist(root);
  writeFiles(root, files);
  const work = workOn(root);
  const findings: Finding[] = [];
  for (const check of withMakers(checks)) findings.push(...(await runCheck(check, work)));
  dropCompiled(work.compiled);
  rmSync(root, { recursive: true });
  return findings;
}

function withMakers(checks: readonly Check[]): Set<Check> {
  const makers = checks.flatMap(({ reads }) =>
    reads === undefined ? [] : reads === 'copy' ? [copy] : [copy, compile],
  );
  return new Set([...makers, ...checks]);
}
