/** Shortens what TypeScript writes at more length than the logic layer needs; WeChat's minifier keeps it all. */
import ts from 'typescript';
import { edited, nodesIn, parsed, withFirst } from './edit';
import type { Edit } from './edit';

/** Where fewer use it, a name of its own costs more than it saves. */
const ASSIGN_USES = 3;
const ASSIGN = 'assign_1';

/** How TypeScript marks an ES module: read where a module is imported by default or as a whole, which ours never are. */
const MARK = 'Object.defineProperty(exports, "__esModule", { value: true });\n';

/** Names of the exports to come, which are `undefined` without it just as well, but for a module that passes on all of another's. */
const ANNOUNCED = /^(exports\.[\w$]+ = )+void 0;\n/m;

const HELPERS = 'const tslib_1 = require("tslib");\n';

/**
 * @param code a script of ours, lowered to CommonJS
 * @param modules specifiers of what says itself that it is an ES module, so that nobody must be told
 */
export function short(code: string, modules: ReadonlySet<string>): string {
  const unmarked = withoutStars(code, modules).replace(MARK, '');
  const announced = unmarked.includes('__exportStar') ? unmarked : unmarked.replace(ANNOUNCED, '');
  const edits: Edit[] = [];
  const assigns: ts.Expression[] = [];
  for (const node of nodesIn(parsed(announced))) {
    if (ts.isExpressionStatement(node)) edits.push(...passedOn(node));
    if (ts.isFunctionLike(node)) edits.push(...taken(node));
    if (ts.isConditionalExpression(node)) edits.push(...askedOnce(node));
    if (!ts.isCallExpression(node)) continue;
    edits.push(...calledBare(node));
    if (!isAssign(node)) continue;
    const merged = mergedInto(node);
    if (merged.length > 0) edits.push(...merged);
    else assigns.push(node.expression);
  }
  if (assigns.length < ASSIGN_USES) return edited(announced, edits);
  edits.push(...assigns.map((named) => ({ start: named.getStart(), end: named.end, text: ASSIGN })));
  return withFirst(edited(announced, edits), `const ${ASSIGN} = Object.assign;`);
}

function withoutStars(code: string, modules: ReadonlySet<string>): string {
  const bare = code.replace(
    /tslib_1\.__importStar\((require\("([^"]+)"\))\)/g,
    (call, plain: string, name: string) => (modules.has(name) ? plain : call),
  );
  return bare.includes('tslib_1.') ? bare : bare.replace(HELPERS, '');
}

/** `(0, time_1.text)(…)` keeps the module from being `this`, which no exported function reads. */
function calledBare({ expression: callee }: ts.CallExpression): Edit[] {
  if (!ts.isParenthesizedExpression(callee)) return [];
  const { expression: inner } = callee;
  if (!ts.isBinaryExpression(inner) || inner.operatorToken.kind !== ts.SyntaxKind.CommaToken) return [];
  const { left, right } = inner;
  if (left.getText() !== '0' || !ts.isPropertyAccessExpression(right)) return [];
  if (!ts.isIdentifier(right.expression)) return [];
  return [
    { start: callee.getStart(), end: right.getStart(), text: '' },
    { start: right.end, end: callee.end, text: '' },
  ];
}

function isAssign({ expression }: ts.CallExpression): boolean {
  return expression.getText() === 'Object.assign';
}

/** `Object.assign(Object.assign({}, a), b)`, which TypeScript makes of `{ ...a, b }`: the inner call is left out. */
function mergedInto(inner: ts.CallExpression): Edit[] {
  const { parent: outer } = inner;
  const [target] = inner.arguments;
  if (!ts.isCallExpression(outer) || !isAssign(outer) || outer.arguments[0] !== inner) return [];
  if (target === undefined || !isNew(target)) return [];
  return [
    { start: inner.getStart(), end: target.getStart(), text: '' },
    { start: inner.end - 1, end: inner.end, text: '' },
  ];
}

/** An object that nobody else has, or one that is assigned to such. */
function isNew(target: ts.Expression): boolean {
  if (ts.isObjectLiteralExpression(target)) return true;
  const [first] = ts.isCallExpression(target) && isAssign(target) ? target.arguments : [];
  return first !== undefined && isNew(first);
}

/** `export { a } from './b'`: no module of ours waits for one that waits for it, so that `a` is there when it is passed on. */
function passedOn(statement: ts.ExpressionStatement): Edit[] {
  const match =
    /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+\.\w+); \} \}\);$/.exec(
      statement.getText(),
    );
  if (match === null) return [];
  const [, name = '', value = ''] = match;
  return [{ start: statement.getStart(), end: statement.end, text: `exports.${name} = ${value};` }];
}

/**
 * `(a) => { var _b; return (_b = a.b) != null ? _b : c; }`: what TypeScript keeps a value in for a moment becomes a parameter,
 * which nobody gives and which is set before it is read.
 */
function taken(node: ts.SignatureDeclaration): Edit[] {
  if (!ts.isArrowFunction(node) && !ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node))
    return [];
  const { body, parameters } = node;
  if (body === undefined || !ts.isBlock(body)) return [];
  if (parameters.some(({ dotDotDotToken }) => dotDotDotToken !== undefined)) return [];
  const [first, second, ...more] = body.statements;
  if (first === undefined || !isMoment(first)) return [];
  const names = first.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
  const last = parameters[parameters.length - 1];
  const open = body.parent.getChildren().find(({ kind }) => kind === ts.SyntaxKind.OpenParenToken);
  if (open === undefined) return [];
  const at = last?.end ?? open.end;
  const added: Edit = { start: at, end: at, text: last === undefined ? names : `, ${names}` };
  const value = second !== undefined && ts.isReturnStatement(second) ? second.expression : undefined;
  if (!ts.isArrowFunction(node) || more.length > 0 || value === undefined)
    return [added, { start: first.getStart(), end: first.end, text: '' }];
  return [
    added,
    { start: body.getStart(), end: value.getStart(), text: '(' },
    { start: value.end, end: body.end, text: ')' },
  ];
}

/** `var _a, _b;` and nothing else is how TypeScript declares them. */
function isMoment(statement: ts.Statement): statement is ts.VariableStatement {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.every(
      ({ name, initializer }) => initializer === undefined && /^_[a-z]+$/.test(name.getText()),
    )
  );
}

/** `(_b = (_a = a) == null ? void 0 : _a.b) != null ? _b : c`, which is `a?.b ?? c`, as `(_a = a) == null || (_b = _a.b) == null ? c : _b`. */
function askedOnce(whole: ts.ConditionalExpression): Edit[] {
  const kept = assigned(whole.condition, ts.SyntaxKind.ExclamationEqualsToken);
  if (kept === undefined || whole.whenTrue.getText() !== kept.left.getText()) return [];
  const { right: inner } = kept;
  if (!ts.isConditionalExpression(inner) || inner.whenTrue.getText() !== 'void 0') return [];
  if (assigned(inner.condition, ts.SyntaxKind.EqualsEqualsToken) === undefined) return [];
  const name = kept.left.getText();
  return [
    { start: whole.getStart(), end: inner.getStart(), text: '' },
    { start: inner.condition.end, end: inner.whenFalse.getStart(), text: ` || (${name} = ` },
    { start: inner.whenFalse.end, end: whole.whenFalse.getStart(), text: ') == null ? ' },
    { start: whole.end, end: whole.end, text: ` : ${name}` },
  ];
}

/** The assignment in `(_a = a) != null` or `(_a = a) == null`. */
function assigned(condition: ts.Expression, kind: ts.SyntaxKind): ts.BinaryExpression | undefined {
  if (!ts.isBinaryExpression(condition) || condition.operatorToken.kind !== kind) return undefined;
  const { left, right } = condition;
  if (right.kind !== ts.SyntaxKind.NullKeyword || !ts.isParenthesizedExpression(left)) return undefined;
  const { expression } = left;
  return ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
    ? expression
    : undefined;
}
