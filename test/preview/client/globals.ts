// The values of the names that the build writes into modules: those of the host, and accessors of the program's global
// object.
import { SHARED_NAMES, SLOPPY, VALUELESS_NAMES, WRITTEN } from '../protocol';
import type { ProgramGlobals } from '../protocol';

const VALUELESS: ReadonlySet<string> = new Set(VALUELESS_NAMES);

const unknownName = (name: string): ReferenceError => new ReferenceError(`${name} is not defined`);

/** Reads and writes names that a module does not declare, as an engine with this global object would. */
function freeNames(scope: ProgramGlobals, sloppy: boolean): object {
  return new Proxy(scope, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      if (VALUELESS.has(name)) return undefined;
      throw unknownName(name);
    },
    set(target, name, value) {
      // Without strict mode an assignment creates the name.
      if (!sloppy && typeof name === 'string' && !(name in target)) throw unknownName(name);
      return Reflect.set(target, name, value);
    },
  });
}

/**
 * The values of `SHARED_NAMES`.
 * @param scope the global object of the program
 */
export function sharedValues(scope: ProgramGlobals): unknown[] {
  const written: Readonly<Record<string, unknown>> = {
    [WRITTEN.free]: freeNames(scope, false),
    [WRITTEN.type]: scope,
    // A function that was called without an object gets the browser's global one.
    [WRITTEN.own]: (self: unknown) => (self === globalThis ? scope : self),
    [WRITTEN.root]: undefined,
    [SLOPPY[WRITTEN.free] ?? '']: freeNames(scope, true),
    [SLOPPY[WRITTEN.root] ?? '']: scope,
  };
  return SHARED_NAMES.map((name) => (name in written ? written[name] : scope[name]));
}
