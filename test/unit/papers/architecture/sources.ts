// What is written in the project, and what each file imports: read from the code, not told.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../files';

/** Programs and replies that tests are given, and what was planted for them, are nobody's code. */
const LEFT_OUT = /\/(data|shots|program|planted|recorded)\//;
/** Markup, styles and scripts are lines that somebody wrote. */
const COUNTED = /\.(ts|wxml|wxss|wxs)$/;

/** `late`: fetched when it is wanted, by `require.async` or in place of a placeholder. */
export type Kind = 'value' | 'type' | 'late';

export interface Import {
  /** From the repository's root. */
  to: string;
  kind: Kind;
}

export interface Source {
  /** From the repository's root. */
  file: string;
  lines: number;
  imports: Import[];
}

interface Named {
  name: string;
  kind: Kind;
}

/** Each relative name that a script imports. `import type` and a list of types alone leave nothing at run time. */
function namesIn(file: string, text: string): Named[] {
  const names: Named[] = [];
  const add = (name: ts.Expression | undefined, kind: Kind): void => {
    if (name !== undefined && ts.isStringLiteral(name) && name.text.startsWith('.'))
      names.push({ name: name.text, kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(
        node.moduleSpecifier,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'value',
      );
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    else if (ts.isCallExpression(node) && node.expression.getText().endsWith('require.async'))
      add(node.arguments[0], 'late');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  return names;
}

/** The components that a page or component shows. One with a placeholder comes late. */
function shownBy(json: string): Named[] {
  const { usingComponents = {}, componentPlaceholder = {} } = JSON.parse(json) as {
    usingComponents?: Record<string, string>;
    componentPlaceholder?: Record<string, string>;
  };
  return Object.entries(usingComponents).map(([tag, name]) => ({
    name,
    kind: Object.hasOwn(componentPlaceholder, tag) ? 'late' : 'value',
  }));
}

/** All that is written in these folders of the repository, in the order of its names. */
export function sourcesOf(root: string, folders: readonly string[]): Source[] {
  const files = folders.flatMap((folder) => filesBelow(root, folder)).filter((file) => !LEFT_OUT.test(file));
  const known = new Set(files);
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const resolved = (from: string, { name, kind }: Named): Import[] => {
    const to = name.startsWith('/') ? `miniprogram${name}` : path.posix.join(path.posix.dirname(from), name);
    const found = [`${to}.ts`, `${to}/index.ts`, `${to}.d.ts`, to].find((file) => known.has(file));
    return found === undefined ? [] : [{ to: found, kind }];
  };
  return files
    .filter((file) => COUNTED.test(file))
    .map((file) => {
      const text = read(file);
      const json = file.replace(/\.ts$/, '.json');
      const named = file.endsWith('.ts') ? namesIn(file, text) : [];
      const shown = json !== file && known.has(json) ? shownBy(read(json)) : [];
      const imports = [...named, ...shown].flatMap((one) => resolved(file, one));
      return { file, lines: text.split('\n').length - 1, imports };
    });
}
