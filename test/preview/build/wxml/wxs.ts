// WXS is not JavaScript: unknown escapes stay as written, `constructor` is a string, `require` wants the extension.
import { Script } from 'node:vm';

/** A stretch of WXS source: code, a string literal with its quotes, or a comment. */
interface Piece {
  kind: 'code' | 'string' | 'comment';
  text: string;
}

const PIECES = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g;

function split(source: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of source.matchAll(PIECES)) {
    pieces.push({ kind: 'code', text: source.slice(at, match.index) });
    pieces.push({ kind: match[0].startsWith('/') ? 'comment' : 'string', text: match[0] });
    at = match.index + match[0].length;
  }
  pieces.push({ kind: 'code', text: source.slice(at) });
  return pieces;
}

/** WeChat decodes only these; `'\d'` stays backslash and d, `\u4e00` and `\x41` stay as written. */
const keepUnknownEscapes = (literal: string): string =>
  literal.replace(/\\([\s\S])/g, (whole, next: string) =>
    /[nrtbfv0'"\\\n]/.test(next) ? whole : `\\${whole}`,
  );

const CLOSERS: Record<string, string> = { ')': '(', ']': '[' };

/** Index at which the expression that ends just before `end` starts: names, dots, calls and subscripts. */
function expressionStart(code: string, end: number): number {
  let i = end;
  for (;;) {
    const last = code.charAt(i - 1);
    const opener = CLOSERS[last];
    if (opener !== undefined) {
      let depth = 0;
      do {
        i--;
        if (code.charAt(i) === last) depth++;
        if (code.charAt(i) === opener) depth--;
      } while (depth > 0 && i > 0);
    } else if (/[\w$.]/.test(last)) i--;
    else return i;
  }
}

const CONSTRUCTOR = /\.constructor\b(?!\s*=[^=])/;

/** `x.constructor` → `__wxsConstructor(x)`, which gives `'Array'`, `'Object'`… as WXS does. */
function nameConstructors(code: string): string {
  let out = code;
  for (let match = CONSTRUCTOR.exec(out); match !== null; match = CONSTRUCTOR.exec(out)) {
    const start = expressionStart(out, match.index);
    const owner = out.slice(start, match.index);
    out = `${out.slice(0, start)}__wxsConstructor(${owner})${out.slice(match.index + '.constructor'.length)}`;
  }
  return out;
}

/** Strings are taken out first, so that brackets and quotes in them are not taken for code. */
function rewriteConstructors(pieces: readonly Piece[]): string {
  const aside: string[] = [];
  const code = pieces.map((piece) =>
    piece.kind === 'code' ? piece.text : `\u0001${aside.push(piece.text) - 1}\u0002`,
  );
  return nameConstructors(code.join('')).replace(
    new RegExp('\u0001(\\d+)\u0002', 'g'),
    (_, index: string) => aside[Number(index)] ?? '',
  );
}

/** The WXS module as JavaScript for the template group, on the same lines. */
export function transformWxs(source: string): string {
  const pieces = split(source).map((piece) =>
    piece.kind === 'string' ? { ...piece, text: keepUnknownEscapes(piece.text) } : piece,
  );
  // The group's own loader looks modules up without the extension.
  return rewriteConstructors(pieces).replace(/(\brequire\(\s*['"][^'"]+?)\.wxs(['"]\s*\))/g, '$1$2');
}

/** Paths given to `require` in WXS source, with `.wxs` where it is written. */
export function wxsRequires(source: string): string[] {
  const code = split(source)
    .map((piece) => (piece.kind === 'comment' ? '' : piece.text))
    .join('');
  return [...code.matchAll(/\brequire\(\s*(['"])(.+?)\1\s*\)/g)].map((match) => match[2] ?? '');
}

/** Null, or what is wrong and on which line (1-based) of the transformed source. */
export function checkWxs(code: string): { line: number; text: string } | null {
  try {
    new Script(`(function(require,exports,module){${code}\n})`, { filename: 'wxs' });
    return null;
  } catch (error) {
    // V8 opens the stack of a syntax error with its place.
    const { stack = '', message } = error as Error;
    return { line: Number(/^wxs:(\d+)/.exec(stack)?.[1] ?? 0), text: `SyntaxError: ${message}` };
  }
}

/**
 * Runs once before the templates: what WXS offers beyond JavaScript, and the hooks of the runtime.
 * `D` (the module definer) and `Q` (value helpers) are names of glass-easel's generated code.
 */
export const WXS_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags || ''); };
var getDate = function () { return arguments.length ? new Date(...arguments) : new Date(); };
var __wxsConstructor = function (value) {
  return value === null || value === undefined ? undefined : Object.prototype.toString.call(value).slice(8, -1);
};
var __define = D;
D = function (path, factory) {
  var load = __define(path, factory);
  return function () {
    var exports;
    // Modules are loaded when the group is evaluated: a faulty one must not take all templates down.
    try { exports = load(); } catch (error) {
      if (!globalThis.__preview || !globalThis.__preview.reportError) throw error;
      globalThis.__preview.reportError(error, 'WXS ' + path);
      return {};
    }
    for (var name in exports) if (typeof exports[name] === 'function') exports[name].__wxs = path;
    return exports;
  };
};
if (globalThis.__wxsHooks) { Q.A = globalThis.__wxsHooks.change; Q.C = globalThis.__wxsHooks.event; }
`;
