// Every field of every reply: the schemas that the wrappers decode with, and all that their output types hold.
import ts from 'typescript';
import { isWrapper, kindOf, pathIn } from './program';
import type { AppProgram } from './program';

/** A field by its place in `typings/`: `Item.status`, `ApiBoardCoachItem.task_stats.recall`. */
export interface Field {
  type: string;
  /** Inside of `type`, with dots through types without a name. */
  name: string;
  declaration: ts.PropertySignature;
}

export interface Replies {
  fields: Map<ts.PropertySignature, Field>;
  /** Interfaces of `typings/` that are no reply, nor part of one. */
  strangers: string[];
}

/** Reads through aliases of imports. */
export function resolved(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): ts.Symbol | undefined {
  return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

/** What a schema decodes to: valibot says it in `~types`. A function that makes a schema counts as its schema. */
function outputOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const schema = type.getCallSignatures()[0]?.getReturnType() ?? type;
  const types = schema.getProperty('~types');
  if (types === undefined) return undefined;
  const output = checker.getNonNullableType(checker.getTypeOfSymbol(types)).getProperty('output');
  return output === undefined ? undefined : checker.getTypeOfSymbol(output);
}

function repliesOf(app: AppProgram): ts.Type[] {
  const { checker } = app;
  const found = new Set<ts.Type>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      const declared = resolved(checker, checker.getSymbolAtLocation(node))?.declarations?.[0];
      const home = declared === undefined ? undefined : pathIn(app, declared.getSourceFile());
      if (home !== undefined && kindOf(home) === 'schema') {
        const output = outputOf(checker, checker.getTypeAtLocation(node));
        if (output !== undefined) found.add(output);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of app.program.getSourceFiles()) {
    const name = pathIn(app, file);
    if (name !== undefined && isWrapper(name)) visit(file);
  }
  return [...found];
}

/** The named type around a property, and the way to it. */
function placeOf(declaration: ts.PropertySignature): Pick<Field, 'type' | 'name'> {
  const names: string[] = [];
  let node: ts.Node = declaration;
  while (!ts.isSourceFile(node)) {
    if (ts.isPropertySignature(node)) names.unshift(node.name.getText());
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) {
      return { type: node.name.text, name: names.join('.') };
    }
    node = node.parent;
  }
  throw new Error(`a property outside of any type: ${names.join('.')}`);
}

/** The declarations of a property in `typings/`: several where a union or a mapped type stands between. */
export function declaredIn(app: AppProgram, symbol: ts.Symbol | undefined): ts.PropertySignature[] {
  return (symbol?.declarations ?? []).filter((node): node is ts.PropertySignature => {
    const home = ts.isPropertySignature(node) ? pathIn(app, node.getSourceFile()) : undefined;
    return home !== undefined && kindOf(home) === 'typings';
  });
}

/** Lists the fields of everything that the wrappers and the event table decode: nested, in lists, in unions. */
export function replyFields(app: AppProgram): Replies {
  const { checker } = app;
  const fields: Replies['fields'] = new Map();
  const seen = new Set<ts.Type>();
  const walk = (type: ts.Type): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) return type.types.forEach(walk);
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      return checker.getTypeArguments(type as ts.TypeReference).forEach(walk);
    }
    if ((type.flags & ts.TypeFlags.Object) === 0) return;
    const index = type.getStringIndexType();
    if (index !== undefined) walk(index);
    for (const property of checker.getPropertiesOfType(type)) {
      const declarations = declaredIn(app, property);
      for (const declaration of declarations) {
        fields.set(declaration, { ...placeOf(declaration), declaration });
      }
      // Properties that are not from typings/ (the methods of a string) are no fields.
      if (declarations.length > 0) walk(checker.getTypeOfSymbol(property));
    }
  };
  repliesOf(app).forEach(walk);
  return { fields, strangers: strangersAmong(app, fields) };
}

function strangersAmong(app: AppProgram, fields: Replies['fields']): string[] {
  return app.program
    .getSourceFiles()
    .filter((file) => pathIn(app, file)?.startsWith('typings/'))
    .flatMap((file) => file.statements.filter(ts.isInterfaceDeclaration))
    .filter(({ members }) => members.some(ts.isPropertySignature))
    .filter(({ members }) => !members.some((one) => ts.isPropertySignature(one) && fields.has(one)))
    .map(({ name }) => name.text);
}
