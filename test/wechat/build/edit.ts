/** Changes to a script by place, from its syntax tree. */
import ts from 'typescript';

/** A stretch of the text and what stands there instead; stretches do not overlap. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export function parsed(code: string): ts.SourceFile {
  return ts.createSourceFile('a.js', code, ts.ScriptTarget.ES2017, true, ts.ScriptKind.JS);
}

/** Every node below, the outer before what is in it. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  for (const child of node.getChildren()) {
    yield child;
    yield* nodesIn(child);
  }
}

/** Of what is put in at one place, the inner node's comes first: the outer is visited before it. */
export function edited(code: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  const inOrder = [...edits].reverse().sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, text } of inOrder) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}

const STRICT = '"use strict";';

/** Puts a statement before all others, after the word that makes the script strict. */
export function withFirst(code: string, statement: string): string {
  return code.startsWith(STRICT)
    ? `${STRICT} ${statement}${code.slice(STRICT.length)}`
    : `${statement} ${code}`;
}
