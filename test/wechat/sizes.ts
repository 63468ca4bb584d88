/** The program's sizes as it is uploaded, for the bench: made and compiled, without the gate's checks. */
import { resolve } from 'node:path';
import { ALL, inKilobytes, MAIN, packageSizes } from './gate/checks/sizes';
import { withCompiled } from './gate/compiled';

/** In KB of 1,024 bytes. */
export interface Sizes {
  main_kb: number;
  total_kb: number;
  /** By the subpackage's root. */
  packages: Record<string, number>;
}

/**
 * Takes as long as WeChat's compiler does: 10 s and more, and once the time to install it.
 * @throws Error saying what does not compile
 */
export async function sizes(root = resolve(__dirname, '../..')): Promise<Sizes> {
  const rows = await withCompiled(root, (compiled, { layout }) => packageSizes(compiled, layout));
  const kb = new Map(rows.map(({ name, size }) => [name, inKilobytes(size)]));
  const packages = [...kb].filter(([name]) => name !== MAIN && name !== ALL);
  return {
    main_kb: kb.get(MAIN) ?? 0,
    total_kb: kb.get(ALL) ?? 0,
    packages: Object.fromEntries(packages),
  };
}
