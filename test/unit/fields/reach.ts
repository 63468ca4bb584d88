// What an entry of the app (a page, a component, app.ts) reaches: top-level statements, followed from name to name.
import ts from 'typescript';
import { resolved } from './fields';
import { pathIn } from './program';
import type { AppProgram } from './program';

/** The statement of a file that a node stands in. */
function statementOf(node: ts.Node): ts.Statement | undefined {
  let at: ts.Node = node;
  while (!ts.isSourceFile(at)) {
    if (ts.isSourceFile(at.parent)) return at as ts.Statement;
    at = at.parent;
  }
  return undefined;
}

/** Statements that run when their file is loaded, whoever asked for it. */
const runsOnLoad = (statement: ts.Statement): boolean =>
  !ts.isFunctionDeclaration(statement) &&
  !ts.isClassDeclaration(statement) &&
  !ts.isVariableStatement(statement) &&
  !ts.isInterfaceDeclaration(statement) &&
  !ts.isTypeAliasDeclaration(statement) &&
  !ts.isImportDeclaration(statement);

/** Whether an identifier names a declaration by itself. A property does not, save one of `import * as`. */
function isName(checker: ts.TypeChecker, node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return parent.name !== node;
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== node) return true;
  const whole = checker.getSymbolAtLocation(parent.expression)?.declarations?.[0];
  return whole !== undefined && ts.isNamespaceImport(whole);
}

/** Answers what a file reaches; what was learnt of a statement serves every entry. */
export function createReach(app: AppProgram): (entry: string) => Set<ts.Statement> {
  const { checker, program, root } = app;
  const known = new Map<ts.Statement, ts.Statement[]>();

  function namedBy(statement: ts.Statement): ts.Statement[] {
    const found = new Set<ts.Statement>();
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
      if (ts.isIdentifier(node) && isName(checker, node)) {
        for (const declaration of resolved(checker, symbolOf(node))?.declarations ?? []) {
          const file = declaration.getSourceFile();
          const target = pathIn(app, file) === undefined ? undefined : statementOf(declaration);
          if (target === undefined) continue;
          found.add(target);
          if (file !== statement.getSourceFile())
            file.statements.filter(runsOnLoad).forEach((one) => found.add(one));
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
    return [...found];
  }

  /** `{ schema }` names the variable, not the property that it becomes. */
  const symbolOf = (node: ts.Identifier): ts.Symbol | undefined =>
    ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);

  return (entry) => {
    const file = program.getSourceFile(`${root}/${entry}`);
    if (file === undefined) throw new Error(`no such entry: ${entry}`);
    const reached = new Set<ts.Statement>(file.statements);
    for (const statement of reached) {
      if (ts.isImportDeclaration(statement)) continue;
      const named = known.get(statement) ?? namedBy(statement);
      known.set(statement, named);
      named.forEach((one) => reached.add(one));
    }
    return reached;
  };
}
