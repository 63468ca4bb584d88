// For each field: the code that reads it, and the pages that reach that code.
import type ts from 'typescript';
import { replyFields } from './fields';
import type { Field } from './fields';
import type { Entry } from './entries';
import { kindOf, pathIn } from './program';
import type { AppProgram } from './program';
import { createReach } from './reach';
import { readsIn } from './reads';

/** A read that something reaches. */
export interface Reader {
  /** `miniprogram/format/item-row.ts:31` */
  place: string;
  /** `edge`: inside of api/, where a reply is interpreted before the app sees it. */
  kind: 'app' | 'edge';
  /** Pages (or `app`) that reach it. */
  pages: string[];
}

export interface Covered extends Pick<Field, 'type' | 'name'> {
  readers: Reader[];
  /** Reads that no page reaches yet. */
  unreached: string[];
}

export interface Coverage {
  fields: Covered[];
  strangers: string[];
}

function placeOf(app: AppProgram, node: ts.Node): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${pathIn(app, file) ?? file.fileName}:${line + 1}`;
}

/** Reads the whole program once. `entries` are the pages and what they bring. */
export function coverageOf(app: AppProgram, entries: readonly Entry[]): Coverage {
  const { fields, strangers } = replyFields(app);
  const covered = new Map([...fields].map(([key, { type, name }]) => [key, blank(type, name)] as const));
  const reach = createReach(app);
  const pages = new Map<ts.Statement, Set<string>>();
  for (const { name, scripts } of entries) {
    for (const statement of scripts.flatMap((script) => [...reach(script)])) {
      pages.set(statement, (pages.get(statement) ?? new Set()).add(name));
    }
  }
  const names = new Set([...fields.values()].map(({ name }) => name.split('.').at(-1) ?? name));
  for (const file of app.program.getSourceFiles()) {
    const kind = kindOf(pathIn(app, file) ?? 'typings/');
    if (kind !== 'app' && kind !== 'edge') continue;
    for (const statement of file.statements) {
      const by = pages.get(statement);
      for (const { field, at } of readsIn(app, statement, names)) {
        const place = placeOf(app, at);
        if (by === undefined) covered.get(field)?.unreached.push(place);
        else covered.get(field)?.readers.push({ place, kind, pages: [...by] });
      }
    }
  }
  return { fields: [...covered.values()], strangers };
}

const blank = (type: string, name: string): Covered => ({ type, name, readers: [], unreached: [] });
