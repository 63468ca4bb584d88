/** Syntax that old phones' engines refuse when a file is parsed, which no newer engine would show. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { lineAt, type Check, type Finding } from '../check';
import { filesBelow } from '../files';

export const engine: Check = {
  title: 'no regular expression that an iPhone before 16.4 refuses',
  run: ({ compiled }) => {
    if (compiled === undefined) throw new Error('nothing was compiled');
    return filesBelow(compiled.folder, '.js').flatMap((path) =>
      lookbehinds(path, readFileSync(join(compiled.folder, path), 'utf8')),
    );
  },
};

/** Finds lookbehind assertions in regular expression literals. */
export function lookbehinds(path: string, text: string): Finding[] {
  if (!/\(\?<[=!]/.test(text)) return [];
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && /\(\?<[=!]/.test(node.text)) {
      found.push({
        at: `miniprogram/${path}:${lineAt(text, node.getStart(file))}`,
        message: `lookbehind in ${node.text}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
