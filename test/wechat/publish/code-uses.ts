/** What the program's own code uses of WeChat's API, by the types and the doc comments of its typings. */
import ts from 'typescript';
import { lineAt } from '../gate/finding';
import type { OwnProgram } from '../gate/program';
import { guardsIn } from './guards';
import type { Use } from './use';

const TYPINGS = '/miniprogram-api-typings/';
/** `需要基础库： `2.20.1``, `最低基础库版本：[`2.8.2`](…)` and their like; what holds for plugins alone is left out. */
const SINCE = /(?:需要|最低)基础库(?:版本)?\s*[:：]?\s*\[?`?v?(\d+\.\d+\.\d+)/;
/** A `wx` call without callbacks gives a promise from here on, and `require.async` loads another package. */
const PROMISES = '2.10.2';
const ASYNC_PACKAGES = '2.11.2';

/** All uses, in the order of the files. */
export function codeUses({ own, checker, pathOf }: OwnProgram): Use[] {
  return own
    .filter((file) => pathOf(file).startsWith('miniprogram/'))
    .flatMap((file) => {
      const found: Use[] = [];
      const add = (node: ts.Node, use: Omit<Use, 'at'>): void => {
        found.push({ ...use, at: `${pathOf(file)}:${lineAt(file.text, node.getStart(file))}` });
      };
      const visit = (node: ts.Node): void => {
        const named = memberOf(node, checker);
        if (named !== undefined && !guardsIn(node).test) {
          const { name, since } = named;
          const guarded = guardsIn(node).names.has(name.slice(name.indexOf('.') + 1));
          add(node, { name, guarded, ...(since === undefined ? {} : { since }) });
        }
        if (isPromised(node)) add(node, { name: 'promises of wx calls', since: PROMISES, guarded: false });
        if (isRequireAsync(node)) add(node, { name: 'require.async', since: ASYNC_PACKAGES, guarded: false });
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}

/** Answers for members of `wx`, by its declarations. */
export function wxMembers({ own, checker }: OwnProgram): (member: string) => string | undefined {
  const [file] = own;
  if (file === undefined) throw new Error('the project has no file');
  const wx = checker
    .getSymbolsInScope(file, ts.SymbolFlags.Variable)
    .find((symbol) => symbol.name === 'wx' && (symbol.declarations ?? []).some(isWeChats));
  if (wx === undefined) throw new Error('the typings declare no wx');
  const type = checker.getTypeOfSymbol(wx);
  return (member) =>
    (checker.getPropertyOfType(type, member)?.declarations ?? []).flatMap((one) => sinceOf(one) ?? [])[0];
}

/** The member of WeChat's API that a node reads, destructures or gives as an option. */
function memberOf(node: ts.Node, checker: ts.TypeChecker): Pick<Use, 'name' | 'since'> | undefined {
  const symbol = symbolOf(node, checker);
  const declarations = symbol?.declarations ?? [];
  if (symbol === undefined || !declarations.some(isWeChats)) return undefined;
  const owner = ownerOf(declarations);
  const since = declarations.flatMap((declaration) => sinceOf(declaration) ?? [])[0];
  const name = `${owner === 'Wx' ? 'wx' : owner}.${symbol.name}`;
  return since === undefined ? { name } : { name, since };
}

function symbolOf(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return checker.getPropertyOfType(
      checker.getTypeAtLocation(node.expression),
      node.argumentExpression.text,
    );
  if (ts.isBindingElement(node)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? checker.getTypeAtLocation(node.parent).getProperty(name.text) : undefined;
  }
  if (!ts.isObjectLiteralElementLike(node) || !ts.isObjectLiteralExpression(node.parent)) return undefined;
  const { name } = node;
  const expected = expectedOf(node.parent, checker);
  return expected !== undefined && name !== undefined && ts.isIdentifier(name)
    ? checker.getPropertyOfType(expected, name.text)
    : undefined;
}

/**
 * The type that an object literal is given for. Where a function takes `T extends Option`, T becomes the literal's own
 * type, which knows no comments: there the declared bound counts.
 */
function expectedOf(node: ts.ObjectLiteralExpression, checker: ts.TypeChecker): ts.Type | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const parameter =
      checker.getResolvedSignature(parent)?.declaration?.parameters[parent.arguments.indexOf(node)];
    const declared =
      parameter === undefined ? undefined : checker.getNonNullableType(checker.getTypeAtLocation(parameter));
    if (declared?.isTypeParameter() === true) return checker.getBaseConstraintOfType(declared);
  }
  return checker.getContextualType(node);
}

function isWeChats(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.replaceAll('\\', '/').includes(TYPINGS);
}

function ownerOf(declarations: readonly ts.Declaration[]): string {
  const parent = declarations[0]?.parent;
  return parent !== undefined && ts.isInterfaceDeclaration(parent) ? parent.name.text : 'options';
}

function sinceOf(declaration: ts.Declaration): string | undefined {
  const { text } = declaration.getSourceFile();
  const comments = ts.getLeadingCommentRanges(text, declaration.pos) ?? [];
  const lines = comments.flatMap(({ pos, end }) => text.slice(pos, end).split('\n'));
  return SINCE.exec(lines.filter((line) => !line.includes('在插件中使用')).join('\n'))?.[1];
}

function isPromised(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !/^wx\.\w+$/.test(node.expression.getText())) return false;
  const { parent } = node;
  return (
    ts.isAwaitExpression(parent) ||
    (ts.isPropertyAccessExpression(parent) && /^(then|catch|finally)$/.test(parent.name.text))
  );
}

function isRequireAsync(node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'require.async';
}
