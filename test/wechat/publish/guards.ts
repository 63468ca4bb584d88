/** Where code asks whether a member of WeChat's API is there before it uses it. */
import ts from 'typescript';

export interface Guards {
  /** Names of members that a function around the node asks for. */
  names: ReadonlySet<string>;
  /** True when the node itself is such a question. */
  test: boolean;
}

/** By function: each is looked through once. */
const known = new WeakMap<ts.Node, ReadonlySet<string>>();

export function guardsIn(node: ts.Node): Guards {
  const names = new Set<string>();
  for (let around = node.parent as ts.Node | undefined; around !== undefined; around = around.parent)
    if (ts.isFunctionLike(around)) for (const name of askedIn(around)) names.add(name);
  return { names, test: isExistenceTest(node) };
}

function askedIn(scope: ts.Node): ReadonlySet<string> {
  const before = known.get(scope);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const name = askedName(node);
    if (name !== undefined) found.add(name);
    ts.forEachChild(node, visit);
  };
  visit(scope);
  known.set(scope, found);
  return found;
}

/** `wx.canIUse('name.of.something')` asks for `name`; so does a test of `x.name`. */
function askedName(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'wx.canIUse') {
    const [argument] = node.arguments;
    return argument !== undefined && ts.isStringLiteralLike(argument)
      ? argument.text.split('.')[0]
      : undefined;
  }
  return ts.isPropertyAccessExpression(node) && isExistenceTest(node) ? node.name.text : undefined;
}

/** `typeof x.name`, `x.name === undefined`, `x.name?.(…)`, `if (x.name)`, `x.name && …`, `x.name ? … : …`, `!x.name`. */
function isExistenceTest(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  const { parent } = node;
  if (ts.isCallExpression(parent)) return parent.expression === node && parent.questionDotToken !== undefined;
  if (ts.isBinaryExpression(parent)) {
    const isFirst = parent.left === node;
    const { kind } = parent.operatorToken;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return isFirst;
    return isEquality(kind) && (isFirst ? parent.right : parent.left).getText() === 'undefined';
  }
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isIfStatement(parent)) return parent.expression === node;
  return (
    ts.isTypeOfExpression(parent) ||
    (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken)
  );
}

function isEquality(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}
