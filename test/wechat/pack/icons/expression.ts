/** What an expression in markup may come to, where an icon's name is meant: words as they stand, or a name of data. */
import ts from 'typescript';

export interface Outcomes {
  words: string[];
  /** Data, members of it, and functions of WXS, by their last name. */
  names: string[];
}

/** @param value an attribute's text: an icon's name, or `{{…}}` */
export function outcomesOf(value: string): Outcomes {
  const found: Outcomes = { words: [], names: [] };
  if (!value.includes('{{')) return { words: [value], names: [] };
  for (const [, text = ''] of value.matchAll(/\{\{([\s\S]*?)\}\}/g)) {
    const source = `(${/^\s*(\.\.\.|\w+\s*:)/.test(text) ? `{${text}}` : text})`;
    const [statement] = ts.createSourceFile('a.js', source, ts.ScriptTarget.Latest, true).statements;
    if (statement !== undefined && ts.isExpressionStatement(statement)) collect(statement.expression, found);
  }
  return found;
}

function collect(node: ts.Expression, found: Outcomes): void {
  const into = (...parts: ts.Expression[]): void => parts.forEach((part) => collect(part, found));
  if (ts.isParenthesizedExpression(node)) into(node.expression);
  else if (ts.isStringLiteralLike(node)) found.words.push(node.text);
  else if (ts.isIdentifier(node)) found.names.push(node.text);
  else if (ts.isPropertyAccessExpression(node)) found.names.push(node.name.text);
  else if (ts.isElementAccessExpression(node)) into(node.expression);
  else if (ts.isCallExpression(node)) into(node.expression);
  else if (ts.isConditionalExpression(node)) into(node.whenTrue, node.whenFalse);
  else if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) into(node.right);
    if (kind === ts.SyntaxKind.BarBarToken) into(node.left, node.right);
  } else if (ts.isObjectLiteralExpression(node)) {
    // An icon with options, or the data of a template: only its name is a glyph.
    for (const property of node.properties)
      if (ts.isPropertyAssignment(property) && property.name.getText() === 'name') into(property.initializer);
  }
}
