// In code that is not strict, `this` of a function that is called without an object is the global object: in a browser
// the window, which a mini program must not see. So each such function asks once what its `this` is. Positions in the
// code stay the same: the name that replaces `this` is as long as the keyword, and the compiler prints nothing behind
// the brace that opens a function, so the question fits there.
import { parse } from 'acorn';
import type { AnyNode, Function as FunctionNode, Node, Program } from 'acorn';
import { WRITTEN } from '../../protocol';

/** Text to put in, and where. */
interface Edit {
  at: number;
  remove: number;
  text: string;
}

/** A function (or the module itself) on the way down. */
interface Scope {
  strict: boolean;
  /** Where the module's or function's statements begin; null where `this` cannot be asked for at the start: in parameters. */
  start: number | null;
  asks: boolean;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isStrict = (body: readonly AnyNode[]): boolean =>
  body.some((node) => node.type === 'ExpressionStatement' && node.directive === 'use strict');

class Rewriting {
  readonly edits: Edit[] = [];

  visit(node: AnyNode, scope: Scope): void {
    switch (node.type) {
      case 'ThisExpression':
        return this.self(node, scope);
      case 'FunctionDeclaration':
      case 'FunctionExpression':
        return this.inFunction(node, scope);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.below(node, { ...scope, strict: true });
      default:
        return this.below(node, scope);
    }
  }

  module(program: Program): void {
    const scope: Scope = { strict: isStrict(program.body), start: null, asks: false };
    for (const node of program.body) this.visit(node, scope);
  }

  private below(node: Node, scope: Scope): void {
    for (const value of Object.values(node) as unknown[]) {
      if (Array.isArray(value)) value.filter(isNode).forEach((child) => this.visit(child, scope));
      else if (isNode(value)) this.visit(value, scope);
    }
  }

  private inFunction(node: FunctionNode, outer: Scope): void {
    const block = node.body;
    const body = block.type === 'BlockStatement' ? block.body : [];
    const strict = outer.strict || isStrict(body);
    for (const parameter of node.params) this.visit(parameter, { strict, start: null, asks: false });
    const scope: Scope = { strict, start: block.start + 1, asks: false };
    for (const child of body) this.visit(child, scope);
    if (scope.asks)
      this.edits.push({ at: block.start + 1, remove: 0, text: `var ${WRITTEN.self}=${WRITTEN.own}(this);` });
  }

  private self({ start }: Node, scope: Scope): void {
    if (scope.strict) return;
    scope.asks = scope.start !== null;
    const text = scope.asks ? WRITTEN.self : `${WRITTEN.own}(this)`;
    this.edits.push({ at: start, remove: 'this'.length, text });
  }
}

/** @param code a compiled module @returns the same when it is strict, or never says `this` */
export function ownThis(code: string): string {
  if (/^"use strict"/.test(code) || !/\bthis\b/.test(code)) return code;
  const rewriting = new Rewriting();
  rewriting.module(
    parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true }),
  );
  let out = '';
  let at = 0;
  for (const edit of rewriting.edits.sort((a, b) => a.at - b.at)) {
    out += code.slice(at, edit.at) + edit.text;
    at = edit.at + edit.remove;
  }
  return out + code.slice(at);
}
