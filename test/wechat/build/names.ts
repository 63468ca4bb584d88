/** Short names for what the modules of the program export: WeChat's minifier, which sees one file at a time, must leave them. */
import { posix } from 'node:path';
import ts from 'typescript';
import { edited, nodesIn, parsed, withFirst } from './edit';
import type { Edit } from './edit';
import { nthInScript } from './nth';

/** A script of ours as `lower` makes it. */
export interface Script {
  /** Below `miniprogram/`, with `.js`. */
  path: string;
  code: string;
}

/** By the name in the sources. */
export type Names = ReadonlyMap<string, string>;

interface Mention {
  name: string;
  /** Where what comes before the dot begins. */
  from: number;
  start: number;
  end: number;
}

interface Mentions {
  /** `exports.name` */
  exported: Mention[];
  /** `time_1.name`, where `time_1` is a module of ours. */
  imported: Mention[];
  /** Lines where a module is used as a whole: its names would be read by a text. */
  whole: number[];
}

/** Where fewer use it, a name of its own costs more than it saves. */
const EXPORTS_USES = 4;
const EXPORTS = 'exports_1';

/**
 * One short name for each that a module exports, the most used the shortest. It is the same in every module, so that one can
 * pass on another's without being looked into.
 * @param late see `lateModules`: they keep their names
 */
export function shortNames(scripts: readonly Script[], late: ReadonlySet<string>): Names {
  const exported = new Map<string, number>();
  const imported = new Map<string, number>();
  const kept = new Set(['default']);
  for (const { path, code } of scripts) {
    const mentions = mentionsIn(code);
    count(exported, mentions.exported);
    count(imported, mentions.imported);
    if (late.has(path)) for (const { name } of mentions.exported) kept.add(name);
  }
  const uses = (name: string): number => (exported.get(name) ?? 0) + (imported.get(name) ?? 0);
  const names = [...exported.keys()].filter((name) => !kept.has(name));
  names.sort((a, b) => uses(b) - uses(a) || (a < b ? -1 : 1));
  return new Map(names.map((name, at) => [name, nthInScript(at)]));
}

/** @returns the script with its short names, and the lines where it uses a module of ours as a whole */
export function renamed(code: string, names: Names): { code: string; whole: number[] } {
  const { exported, imported, whole } = mentionsIn(code);
  const alias = exported.length < EXPORTS_USES ? 'exports' : EXPORTS;
  const edits: Edit[] = [
    ...imported.map(({ name, start, end }) => ({ start, end, text: names.get(name) ?? name })),
    ...exported.map(({ name, from, end }) => ({
      start: from,
      end,
      text: `${alias}.${names.get(name) ?? name}`,
    })),
  ];
  const short = edited(code, edits);
  return { code: alias === EXPORTS ? withFirst(short, `const ${EXPORTS} = exports;`) : short, whole };
}

function mentionsIn(code: string): Mentions {
  const file = parsed(code);
  const modules = ownModules(file);
  const found: Mentions = { exported: [], imported: [], whole: [] };
  for (const node of nodesIn(file)) {
    if (!ts.isIdentifier(node)) continue;
    const { text, parent } = node;
    const own = modules.has(text);
    if (!own && text !== 'exports') continue;
    if (ts.isPropertyAccessExpression(parent)) {
      if (parent.expression !== node) continue;
      const { name } = parent;
      (own ? found.imported : found.exported).push({
        name: name.text,
        from: node.getStart(),
        start: name.getStart(),
        end: name.end,
      });
    } else if (own && !ts.isVariableDeclaration(parent)) {
      found.whole.push(file.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
  }
  return found;
}

/** Names that stand for a module of ours: `const time_1 = require("./time")`, with a helper of TypeScript's around it or not. */
function ownModules(file: ts.SourceFile): Set<string> {
  const names = file.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    const [declaration] = statement.declarationList.declarations;
    if (declaration?.initializer === undefined) return [];
    const isOwn = /^(tslib_\d+\.__import\w+\()?require\("\.[^"]*"\)\)?$/.test(
      declaration.initializer.getText(),
    );
    return isOwn ? [declaration.name.getText()] : [];
  });
  return new Set(names);
}

/** Paths of what is asked for by `require.async`: where the answer goes is not followed. */
export function lateModules(scripts: readonly Script[]): ReadonlySet<string> {
  return new Set(scripts.flatMap(latePaths));
}

function latePaths({ path, code }: Script): string[] {
  return [...code.matchAll(/require\.async\(['"]([^'"]+)['"]\)/g)].map(([, to = '']) =>
    `${posix.join(posix.dirname(path), to)}.js`.replace(/(\.js)+$/, '.js'),
  );
}

function count(uses: Map<string, number>, mentions: readonly Mention[]): void {
  for (const { name } of mentions) uses.set(name, (uses.get(name) ?? 0) + 1);
}
