/** Leaves in a WXS module of a packed component what its markup calls. */
import ts from 'typescript';

/**
 * @param text exports by `module.exports = { name: name }`; a module of another form stays as it is
 * @param isCalled whether any markup, or other module, has a name
 */
export function calledWxs(text: string, isCalled: (name: string) => boolean): string {
  let rest = text;
  for (;;) {
    const idle = idleParts(ts.createSourceFile('a.js', rest, ts.ScriptTarget.ES5, true), isCalled);
    if (idle.length === 0) return rest;
    for (const { start, end } of idle.sort((one, other) => other.start - one.start))
      rest = rest.slice(0, start) + rest.slice(end);
  }
}

interface Range {
  start: number;
  end: number;
}

/** Exports that nobody calls; when there are none left, functions that nothing mentions. */
function idleParts(file: ts.SourceFile, isCalled: (name: string) => boolean): Range[] {
  const exported = exportsOf(file);
  if (exported === undefined) return [];
  const idle = exported.filter(({ name }) => !isCalled(name.getText()));
  // With the comma behind it.
  if (idle.length > 0)
    return idle.map((one) => ({
      start: one.getFullStart(),
      end: file.text[one.end] === ',' ? one.end + 1 : one.end,
    }));
  const mentions = new Map<string, number>();
  const count = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) mentions.set(node.text, (mentions.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, count);
  };
  count(file);
  return file.statements
    .filter((one) => ts.isFunctionDeclaration(one) && mentions.get(one.name?.text ?? '') === 1)
    .map((one) => ({ start: one.getFullStart(), end: one.end }));
}

function exportsOf(file: ts.SourceFile): readonly ts.PropertyAssignment[] | undefined {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left, right } = statement.expression;
    if (left.getText() !== 'module.exports' || !ts.isObjectLiteralExpression(right)) continue;
    return right.properties.every(ts.isPropertyAssignment)
      ? right.properties.filter(ts.isPropertyAssignment)
      : undefined;
  }
  return undefined;
}
