// `Function` of the logic layer: it refuses to make code from text, except `return this`, which WeChat allows: that
// returns the program's global object.

const RETURNS_THIS = /^\s*return this\s*;?\s*$/;

/** The functions whose `constructor` makes functions from text. */
const KINDS: readonly object[] = [
  Function.prototype,
  Object.getPrototypeOf(async () => undefined) as object,
  Object.getPrototypeOf(function* () {
    yield undefined;
  }) as object,
  Object.getPrototypeOf(async function* () {
    yield await Promise.resolve();
  }) as object,
];

/**
 * Replaces the engine's `Function`. The host itself makes no functions from text. @param global what `return this`
 * gives
 */
export function guardFunction(global: object): void {
  const guarded = function (...parts: unknown[]): () => object {
    if (parts.length === 1 && RETURNS_THIS.test(String(parts[0]))) return () => global;
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  Object.defineProperties(guarded, {
    name: { value: 'Function' },
    length: { value: 1 },
    // Keeps `x instanceof Function` true for every function.
    prototype: { value: Function.prototype },
  });
  for (const kind of KINDS)
    Object.defineProperty(kind, 'constructor', { value: guarded, configurable: true });
  Object.assign(globalThis, { Function: guarded });
}
