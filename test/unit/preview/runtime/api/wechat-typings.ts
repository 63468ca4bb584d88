// What WeChat's installed typings say of the objects that `wx` makes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FILE = path.join(
  __dirname,
  '../../../../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts',
);

const nameOf = (member: ts.TypeElement): string =>
  member.name !== undefined && ts.isIdentifier(member.name) ? member.name.text : '';

/** Names of the members of each interface, and what each method of `Wx` gives. */
export function readTypings(): {
  members: Map<string, Set<string>>;
  gives: Map<string, string>;
} {
  const members = new Map<string, Set<string>>();
  const gives = new Map<string, string>();
  const source = ts.createSourceFile(FILE, readFileSync(FILE, 'utf8'), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node)) {
      const known = members.get(node.name.text) ?? new Set<string>();
      node.members.forEach((member) => known.add(nameOf(member)));
      members.set(node.name.text, known);
      if (node.name.text === 'Wx')
        for (const member of node.members)
          if (ts.isMethodSignature(member) && member.type !== undefined)
            gives.set(nameOf(member), member.type.getText(source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { members, gives };
}
