/** Everything that the program uses of WeChat, and since when that is there. */
import { programOf, type OwnProgram } from '../gate/program';
import { codeUses, wxMembers } from './code-uses';
import { DEGRADES } from './degrades';
import { newest } from './library';
import { markupUses } from './markup-uses';
import { packedUses } from './packed-uses';
import type { Use } from './use';

/** Two checks ask, and looking takes seconds. */
const known = new WeakMap<OwnProgram, readonly Use[]>();

/** Reads a project; its npm modules must be packed. */
export function usesOf(root: string, program = programOf(root)): readonly Use[] {
  const before = known.get(program);
  if (before !== undefined) return before;
  const uses = [...codeUses(program), ...markupUses(root), ...packedUses(root, wxMembers(program))];
  known.set(program, uses);
  return uses;
}

/** Uses that an older base library would answer with an error or a wrong picture. */
export function demanding(uses: readonly Use[]): (Use & { since: string })[] {
  return uses.filter(
    (use): use is Use & { since: string } =>
      use.since !== undefined && !use.guarded && !(use.name in DEGRADES),
  );
}

/** The lowest base library that has everything that is used without a check. */
export function lowestLibrary(uses: readonly Use[]): string {
  return newest(demanding(uses).map(({ since }) => since));
}
