/** Everything that the program uses of WeChat, and since when that is there. */
import { programOf } from '../gate/program';
import { codeUses, wxMembers } from './code-uses';
import { DEGRADES } from './degrades';
import { newest } from './library';
import { markupUses } from './markup-uses';
import { packedUses } from './packed-uses';
import type { Use } from './use';

/** Reads a project; its npm modules must be packed. */
export function usesOf(root: string, program = programOf(root)): Use[] {
  return [...codeUses(program), ...markupUses(root), ...packedUses(root, wxMembers(program))];
}

/** Uses that an older base library would answer with an error or a wrong picture. */
export function demanding(uses: readonly Use[]): (Use & { since: string })[] {
  return uses.filter(
    (use): use is Use & { since: string } =>
      use.since !== undefined && !use.guarded && !(use.name in DEGRADES),
  );
}

/** The lowest base library that has all that is not asked for first. */
export function lowestLibrary(uses: readonly Use[]): string {
  return newest(demanding(uses).map(({ since }) => since));
}
