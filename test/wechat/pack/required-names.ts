/** Which members of a module a CommonJS script reads, even a minified one, where a name means many things. */
import ts from 'typescript';
import type { Names } from './uses';
import { union } from './uses';

const FILE = 'script.js';
/** By text: packages are read again for every project that is packed. */
const known = new Map<string, ReadonlyMap<string, Names>>();

/** The names by module: of `const m = require('…')` those read as `m.name`; any other use of `m` needs them all. */
export function requiredNames(text: string): ReadonlyMap<string, Names> {
  const found = known.get(text) ?? find(text);
  known.set(text, found);
  return found;
}

function find(text: string): Map<string, Names> {
  const file = ts.createSourceFile(FILE, text, ts.ScriptTarget.Latest, true);
  const held = new Map<ts.Symbol, string>();
  const found = new Map<string, Names>();
  const checker = checkerOf(file);
  const calls: { spec: string; call: ts.CallExpression }[] = [];
  each(file, (node) => {
    const spec = requireOf(node);
    if (spec !== undefined && ts.isCallExpression(node)) calls.push({ spec, call: node });
  });
  for (const { spec, call } of calls) {
    const holder = holderOf(call, checker);
    if (holder === undefined) found.set(spec, 'all');
    else {
      held.set(holder, spec);
      found.set(spec, union(found.get(spec), new Set()));
    }
  }
  each(file, (node) => {
    if (!ts.isIdentifier(node) || isDeclared(node)) return;
    const symbol = checker.getSymbolAtLocation(node);
    const spec = symbol === undefined ? undefined : held.get(symbol);
    if (spec !== undefined) found.set(spec, union(found.get(spec), memberRead(node)));
  });
  return found;
}

function each(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => each(child, look));
}

function requireOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const [name] = node.arguments;
  return node.expression.text === 'require' && name !== undefined && ts.isStringLiteral(name)
    ? name.text
    : undefined;
}

/** The variable whose value a `require` is, and nothing but that. */
function holderOf(call: ts.CallExpression, checker: ts.TypeChecker): ts.Symbol | undefined {
  const { parent } = call;
  return ts.isVariableDeclaration(parent) && parent.initializer === call && ts.isIdentifier(parent.name)
    ? checker.getSymbolAtLocation(parent.name)
    : undefined;
}

function isDeclared(node: ts.Identifier): boolean {
  return ts.isVariableDeclaration(node.parent) && node.parent.name === node;
}

function memberRead(node: ts.Identifier): Names {
  const { parent } = node;
  return ts.isPropertyAccessExpression(parent) && parent.expression === node
    ? new Set([parent.name.text])
    : 'all';
}

/** A checker for this one file: it knows scopes, which is all that is asked of it. */
function checkerOf(file: ts.SourceFile): ts.TypeChecker {
  const options: ts.CompilerOptions = { allowJs: true, noLib: true, noResolve: true, types: [] };
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (name) => (name === FILE ? file : undefined);
  host.fileExists = (name) => name === FILE;
  return ts.createProgram([FILE], options, host).getTypeChecker();
}
