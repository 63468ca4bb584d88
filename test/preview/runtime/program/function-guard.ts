// `Function` of the logic layer: code from text is refused, and the one text that WeChat lets pass gives its own global object.

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

/** Puts it in the place of the engine's own. The host makes no functions from text. @param global what `return this` gives */
export function guardFunction(global: object): void {
  const guarded = function (...parts: unknown[]): () => object {
    if (parts.length === 1 && RETURNS_THIS.test(String(parts[0]))) return () => global;
    throw new EvalError('Code generation from strings disallowed for this context');
  };
  Object.defineProperties(guarded, {
    name: { value: 'Function' },
    length: { value: 1 },
    // What is a function stays one: `x instanceof Function`.
    prototype: { value: Function.prototype },
  });
  for (const kind of KINDS)
    Object.defineProperty(kind, 'constructor', { value: guarded, configurable: true });
  Object.assign(globalThis, { Function: guarded });
}
