// Where properties of `typings/` are read: by access, by destructuring, resolved by the type checker.
import ts from 'typescript';
import { declaredIn } from './fields';
import type { AppProgram } from './program';

const isWritten = (node: ts.Node): boolean =>
  (ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) ||
  ts.isDeleteExpression(node.parent);

/** `{a: _unused}` is no read: it only removes the field from the rest. */
const isDropped = ({ name }: ts.BindingElement): boolean =>
  ts.isIdentifier(name) && name.text.startsWith('_');

/** The name of the property that a node may read. */
function keyOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node)) return textOf(node.argumentExpression);
  if (ts.isBindingElement(node)) return textOf(node.propertyName ?? node.name);
  if (ts.isShorthandPropertyAssignment(node) || ts.isPropertyAssignment(node)) return textOf(node.name);
  return undefined;
}

const textOf = (node: ts.Node): string | undefined =>
  ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : undefined;

/** The property that a destructuring or an access by key reads. */
function propertyOf({ checker }: AppProgram, whole: ts.Node, node: ts.Node): ts.Symbol | undefined {
  const key = keyOf(node);
  const type = checker.getNonNullableType(checker.getTypeAtLocation(whole));
  return key === undefined ? undefined : checker.getPropertyOfType(type, key);
}

function symbolRead(app: AppProgram, node: ts.Node): ts.Symbol | undefined {
  if (isWritten(node)) return undefined;
  if (ts.isPropertyAccessExpression(node)) return app.checker.getSymbolAtLocation(node.name);
  if (ts.isElementAccessExpression(node)) {
    // `row[name]` with a variable counts as no read.
    return ts.isIdentifier(node.argumentExpression) ? undefined : propertyOf(app, node.expression, node);
  }
  if (ts.isBindingElement(node)) {
    const isRead = ts.isObjectBindingPattern(node.parent) && node.dotDotDotToken === undefined;
    return isRead && !isDropped(node) ? propertyOf(app, node.parent, node) : undefined;
  }
  // `({ a, b: c } = reply)`
  const whole = node.parent.parent;
  const isTakenApart = ts.isBinaryExpression(whole) && whole.left === node.parent;
  return isTakenApart ? propertyOf(app, whole.right, node) : undefined;
}

/** One read; `at` is the node that reads. */
export interface Read {
  field: ts.PropertySignature;
  at: ts.Node;
}

/** Every read below `node` of a field with one of these names; to ask the checker about all others takes seconds. */
export function readsIn(app: AppProgram, node: ts.Node, names: ReadonlySet<string>): Read[] {
  const reads: Read[] = [];
  const visit = (at: ts.Node): void => {
    if (ts.isTypeNode(at) && !ts.isExpressionWithTypeArguments(at)) return;
    if (names.has(keyOf(at) ?? '')) {
      for (const field of declaredIn(app, symbolRead(app, at))) reads.push({ field, at });
    }
    ts.forEachChild(at, visit);
  };
  visit(node);
  return reads;
}
