/** Which npm modules the logic layer imports at run time, and which of their exports: WeChat ships only what is used. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PackError } from './error';
import { placeOf, type Place, type Project } from './project';

/** Exported names, or all of them when the code passes the module itself around. */
export type Names = Set<string> | 'all';

export interface ModuleUse {
  /** As written: `dayjs/plugin/utc`. */
  specifier: string;
  names: Names;
  place: Place;
  /** `file:line`, for messages. */
  at: string;
}

/** Finds the run-time imports of npm modules in all scripts; `import type` costs nothing and is left out. */
export function moduleUses(project: Project): ModuleUse[] {
  return project.files.filter(isScript).flatMap((path) => {
    const text = readFileSync(join(project.source, path), 'utf8');
    return usesOfFile(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), placeOf(project, path));
  });
}

/** The package of a module name: `@scope/name/sub/path` belongs to `@scope/name`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isScript(path: string): boolean {
  return /\.(ts|js)$/.test(path) && !path.endsWith('.d.ts');
}

function usesOfFile(file: ts.SourceFile, place: Place): ModuleUse[] {
  return importsOf(file).flatMap(({ node, names }) => {
    const at = `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
    if (!ts.isStringLiteral(node))
      throw new PackError(`${at}: the name of a required module must be a string literal`);
    return /^[./]/.test(node.text) ? [] : [{ specifier: node.text, names, place, at: `miniprogram/${at}` }];
  });
}

export interface Import {
  /** The module's name, as an expression. */
  node: ts.Expression;
  names: Names;
}

/** The run-time imports of a script, in order. */
export function importsOf(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly !== true) {
      found.push({ node: node.moduleSpecifier, names: importedNames(node.importClause, file) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly) {
      found.push({ node: node.moduleSpecifier, names: exportedNames(node.exportClause) });
    } else if (ts.isCallExpression(node) && isRequire(node.expression)) {
      for (const argument of node.arguments.slice(0, 1)) found.push({ node: argument, names: 'all' });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Joins two sets of names; `all` with anything is `all`. */
export function union(a: Names | undefined, b: Names): Names {
  return a === 'all' || b === 'all' ? 'all' : new Set([...(a ?? []), ...b]);
}

function isRequire(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  return /^require(\.async)?$/.test(callee.getText());
}

function importedNames(clause: ts.ImportClause | undefined, file: ts.SourceFile): Names {
  const names = new Set<string>();
  if (clause?.name !== undefined) names.add('default');
  const bindings = clause?.namedBindings;
  if (bindings === undefined) return names;
  if (ts.isNamedImports(bindings)) return withElements(names, bindings.elements);
  return namespaceNames(bindings.name.text, file);
}

function exportedNames(clause: ts.NamedExportBindings | undefined): Names {
  return clause !== undefined && ts.isNamedExports(clause) ? withElements(new Set(), clause.elements) : 'all';
}

function withElements(
  names: Set<string>,
  elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[],
): Names {
  for (const element of elements)
    if (!element.isTypeOnly) names.add((element.propertyName ?? element.name).text);
  return names;
}

/** `import * as v`: the members read as `v.member`; any other mention of `v` needs the whole module. */
function namespaceNames(name: string, file: ts.SourceFile): Names {
  const names = new Set<string>();
  let whole = false;
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (
      ts.isPropertyAccessExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === name
    ) {
      names.add(node.name.text);
      return;
    }
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression);
    if (ts.isPropertyAssignment(node)) return visit(node.initializer);
    if (ts.isIdentifier(node) && node.text === name) whole = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return whole ? 'all' : names;
}
