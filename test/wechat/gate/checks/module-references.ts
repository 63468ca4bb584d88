/** The modules that a script names: by import, by `require`, and by `require.async`, wherever in it. */
import ts from 'typescript';

export interface ModuleReference {
  spec: string;
  /** Offset of the name's first character. */
  start: number;
  /** `async` is `require.async`, which alone may cross into another subpackage; of `types` nothing is left at run time. */
  way: 'sync' | 'async' | 'types';
}

/** Lists them in order. */
export function moduleReferences(path: string, text: string): ModuleReference[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const found: ModuleReference[] = [];
  const add = (node: ts.Node | undefined, way: ModuleReference['way'] = 'sync'): void => {
    if (node !== undefined && ts.isStringLiteralLike(node))
      found.push({ spec: node.text, start: node.getStart(file) + 1, way });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.isTypeOnly === true ? 'types' : 'sync');
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'types' : 'sync');
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'types');
    if (ts.isCallExpression(node)) {
      const callee = node.expression;
      if (isRequire(callee) || callee.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
      if (
        ts.isPropertyAccessExpression(callee) &&
        isRequire(callee.expression) &&
        callee.name.text === 'async'
      )
        add(node.arguments[0], 'async');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isRequire(node: ts.Node): boolean {
  return ts.isIdentifier(node) && node.text === 'require';
}
