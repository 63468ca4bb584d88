/** What the packed npm modules use of `wx`: they have no types, so that only its own members are known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { lineAt } from '../gate/finding';
import { filesBelow } from '../gate/files';
import { guardsIn } from './guards';
import type { Use } from './use';

/** @param sinceOf the first base library of a member of `wx`, if it was not always there */
export function packedUses(root: string, sinceOf: (member: string) => string | undefined): Use[] {
  const folder = join(root, 'miniprogram');
  return filesBelow(folder, '.js')
    .filter((path) => path.includes('miniprogram_npm/'))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!/\bwx\s*\./.test(text)) return [];
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const found: Use[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isPropertyAccessExpression(node) && node.expression.getText(file) === 'wx') {
          const { names, test } = guardsIn(node);
          const member = node.name.text;
          const since = sinceOf(member);
          const at = `miniprogram/${path}:${lineAt(text, node.getStart(file))}`;
          if (!test)
            found.push({
              name: `wx.${member}`,
              at,
              guarded: names.has(member),
              ...(since === undefined ? {} : { since }),
            });
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}
