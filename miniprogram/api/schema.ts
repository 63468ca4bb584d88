// How replies are decoded: tolerant valibot schemas, each tied at compile time to the type in `typings/` it decodes.
import * as v from 'valibot';
import type { Open } from '../../typings/v4/common';

/** Any schema that decodes a reply into `T`. */
export type Schema<T> = v.GenericSchema<unknown, T>;

type Entries = Record<string, Schema<unknown>>;
type Flat<T> = { [K in keyof T]: T[K] };
type Decoded<R extends Entries, O extends Entries> = Flat<
  { [K in keyof R]: v.InferOutput<R[K]> } & { [K in keyof O]?: v.InferOutput<O[K]> }
>;

/** Stands for an optional field whose value was of a wrong type, until the field is dropped. */
const DROPPED = Symbol('dropped');

/**
 * An object of the wire. A broken required field fails the reply; a broken, missing or (where the type has no null)
 * null optional field is absent; fields that nobody declared are dropped.
 */
export function record<R extends Entries, O extends Entries>(
  required: R,
  optional: O,
): Schema<Decoded<R, O>> {
  const lenient = Object.fromEntries(
    Object.entries(optional).map(([name, schema]) => [name, v.exactOptional(v.fallback(schema, DROPPED))]),
  );
  const whole = v.pipe(
    v.object({ ...required, ...lenient }),
    v.transform((fields) => {
      const kept: Record<string, unknown> = {};
      for (const name of Object.keys(fields)) {
        const value: unknown = fields[name];
        if (value !== DROPPED) kept[name] = value;
      }
      return kept;
    }),
  );
  // The entries are dynamic, so valibot cannot infer what the two parameters say.
  return whole as unknown as Schema<Decoded<R, O>>;
}

/** A BIGINT (or any id): string or safe integer on the wire, string after it. */
export const id: Schema<string> = v.pipe(
  v.unknown(),
  v.check(
    (value) => (typeof value === 'string' && value !== '') || Number.isSafeInteger(value),
    'expected an id',
  ),
  v.transform(String),
);

export const text: Schema<string> = v.pipe(v.unknown(), v.string());

/** A number, or its digits as a string (DECIMAL columns). */
export const number: Schema<number> = v.pipe(
  v.unknown(),
  v.transform((value) =>
    typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value,
  ),
  v.number(),
);

/** A boolean, or the 0 and 1 of a TINYINT column. */
export const flag: Schema<boolean> = v.pipe(
  v.unknown(),
  v.transform((value) => (value === 0 || value === 1 ? value === 1 : value)),
  v.boolean(),
);

export const object: Schema<Record<string, unknown>> = v.pipe(v.unknown(), v.record(v.string(), v.unknown()));

/** An enumeration the server may extend: every string survives. */
export function open<Known extends string>(): Schema<Open<Known>> {
  return text;
}

export function list<T>(row: Schema<T>): Schema<T[]> {
  return v.pipe(v.unknown(), v.array(row));
}

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return v.nullable(schema);
}

/** An object whose keys are data. */
export function map<T>(value: Schema<T>): Schema<Record<string, T>> {
  return v.pipe(v.unknown(), v.record(v.string(), value));
}

/** A required field that a broken value does not break: `substitute` stands in. */
export function orElse<T>(schema: Schema<T>, substitute: T): Schema<T> {
  return v.pipe(
    v.unknown(),
    v.transform((value) => {
      const decoded = v.safeParse(schema, value);
      return decoded.success ? decoded.output : substitute;
    }),
  );
}

/** A value that is one of two shapes; the first that fits wins. */
export function either<A, B>(first: Schema<A>, second: Schema<B>): Schema<A | B> {
  return v.union([first, second]);
}

type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Row)[]
    ? Plain<Row>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T;
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `true` when both have the same fields, equally optional, of the same types, all the way down. */
export type Same<A, B> = Identical<Plain<A>, Plain<B>>;

/**
 * Ties a schema to the type it must decode: `schemaFor<Item>()(record({…}, {…}))` does not compile when a field is
 * missing, too many, of another type or of another optionality.
 */
export function schemaFor<T>() {
  return <S extends Schema<unknown>>(
    schema: S & (Same<v.InferOutput<S>, T> extends true ? unknown : { drift: [v.InferOutput<S>, T] }),
  ): Schema<T> => schema as unknown as Schema<T>;
}

/** Where and why a reply broke, without any of its values. */
export function firstIssue(issues: readonly v.BaseIssue<unknown>[]): { path: string; problem: string } {
  const issue = issues[0];
  if (issue === undefined) return { path: '$', problem: 'unknown' };
  const got = issue.input === null ? 'null' : Array.isArray(issue.input) ? 'array' : typeof issue.input;
  return {
    path: v.getDotPath(issue) ?? '$',
    problem: `${issue.expected ?? issue.type} expected, ${got} received`,
  };
}
