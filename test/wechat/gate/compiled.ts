/** The project as it is uploaded, compiled, without the rest of the gate. */
import type { Compiled, Work } from './check';
import { describe } from './finding';
import { compile, dropCompiled } from './checks/compile';
import { copy } from './checks/copy';
import { workOn } from './work';
import { ensureTools } from './tools';

/**
 * Makes and compiles the upload's copy, and hands it to `use`; what was emitted is removed afterwards.
 * @throws Error saying what does not compile
 */
export async function withCompiled<T>(root: string, use: (compiled: Compiled, work: Work) => T): Promise<T> {
  ensureTools();
  const work = workOn(root);
  try {
    for (const check of [copy, compile]) {
      const findings = await check.run(work);
      if (findings.length > 0) throw new Error(findings.map(describe).join('\n'));
    }
    if (work.compiled === undefined) throw new Error('nothing was compiled');
    return use(work.compiled, work);
  } finally {
    dropCompiled(work.compiled);
  }
}
