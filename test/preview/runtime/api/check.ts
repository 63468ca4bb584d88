// Option validation with WeChat's wording: "parameter error: parameter.url should be String instead of Undefined;".
import { ApiFailure } from './failure';

/** Options as a program passes them: nothing about them is known. */
export type Options = Readonly<Record<string, unknown>>;

interface Kinds {
  String: string;
  Number: number;
  Boolean: boolean;
  Array: readonly unknown[];
  Object: Options;
  Function: (...args: unknown[]) => unknown;
  ArrayBuffer: ArrayBuffer;
}
type Kind = keyof Kinds;
type Shape = Readonly<Record<string, Kind>>;

/** "String", "Number", "Undefined", …: the word WeChat uses for a value's type. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function isKind<K extends Kind>(value: unknown, kind: K): value is Kinds[K] {
  const actual = kindOf(value);
  return actual === kind || (kind === 'Function' && actual === 'AsyncFunction');
}

function wrongKind(name: string, kind: Kind, value: unknown): ApiFailure {
  return new ApiFailure(`parameter error: parameter.${name} should be ${kind} instead of ${kindOf(value)};`);
}

function wanted(options: Options, shape: Shape, mayMiss: boolean): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(shape)) {
    const value = options[name];
    if (mayMiss && (value === undefined || value === null)) continue;
    if (!isKind(value, kind)) throw wrongKind(name, kind, value);
    found[name] = value;
  }
  return found;
}

/**
 * Options that must be there.
 * @throws ApiFailure with WeChat's "parameter error" text
 */
export function required<S extends Shape>(options: Options, shape: S): { [N in keyof S]: Kinds[S[N]] } {
  return wanted(options, shape, false) as { [N in keyof S]: Kinds[S[N]] };
}

/**
 * Options that may be missing or null, but must not be of another type.
 * @throws ApiFailure with WeChat's "parameter error" text
 */
export function optional<S extends Shape>(options: Options, shape: S): { [N in keyof S]?: Kinds[S[N]] } {
  return wanted(options, shape, true) as { [N in keyof S]?: Kinds[S[N]] };
}

/** Whether the value is a function; its arguments and result are not known. */
export function isCallable(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}

export function isRecord(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Strings of a list; other members are refused. */
export function stringList(name: string, list: readonly unknown[]): string[] {
  return list.map((member, index) => {
    if (typeof member !== 'string') throw wrongKind(`${name}[${index}]`, 'String', member);
    return member;
  });
}
