// How replies are decoded: tolerant valibot schemas, each tied at compile time to the type in `typings/` it decodes.
import * as v from 'valibot';
import type { Open } from '../../typings/v4/common';
import { BROKEN, isDictionary, listOf, nullableOf, recordOf, valueOf } from './schema-run';
import type { Field } from './schema-run';

export { missingAs } from './schema-run';

/** Any schema that decodes a reply into `T`. */
export type Schema<T> = v.GenericSchema<unknown, T>;

type Entries = Record<string, Schema<unknown>>;
type Flat<T> = { [K in keyof T]: T[K] };
type Decoded<R extends Entries, O extends Entries> = Flat<
  { [K in keyof R]: v.InferOutput<R[K]> } & { [K in keyof O]?: v.InferOutput<O[K]> }
>;

/**
 * An object of the wire. A broken required field fails the reply; a broken, missing or (where the type has no null)
 * null optional field is absent; fields that nobody declared are dropped.
 */
export function record<R extends Entries, O extends Entries>(
  required: R,
  optional: O,
): Schema<Decoded<R, O>> {
  const fieldsOf = (entries: Entries, isRequired: boolean): Field[] =>
    Object.entries(entries).map(([name, schema]) => ({ name, schema, isRequired }));
  const whole = recordOf([...fieldsOf(required, true), ...fieldsOf(optional, false)]);
  // The entries are dynamic, so the compiler cannot follow what the two parameters say.
  return whole as unknown as Schema<Decoded<R, O>>;
}

/** A BIGINT's digits, at most 20; zeros in front are not part of the number. */
const ID = /^0*(\d{1,20})$/;

/** A BIGINT: digits or a safe integer on the wire, digits without zeros in front after it, so that one thing has one id. */
export const id: Schema<string> = valueOf('id', (value) => {
  const digits = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  return typeof digits === 'string' ? (ID.exec(digits)?.[1] ?? BROKEN) : BROKEN;
});

export const text: Schema<string> = valueOf('string', (value) =>
  typeof value === 'string' ? value : BROKEN,
);

/** A token or another secret that is sent back later. An empty one is of no use: it counts as missing. */
export const token: Schema<string> = valueOf('token', (value) =>
  typeof value === 'string' && value.trim() !== '' ? value : BROKEN,
);

const DIGITS = /^-?\d+(\.\d+)?$/;

/** A finite number, or its digits as a string (DECIMAL columns). */
export const number: Schema<number> = valueOf('number', (value) => {
  const read = typeof value === 'string' && DIGITS.test(value) ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : BROKEN;
});

/** A boolean, or the 0 and 1 of a TINYINT column. */
export const flag: Schema<boolean> = valueOf('boolean', (value) =>
  typeof value === 'boolean' ? value : value === 0 || value === 1 ? value === 1 : BROKEN,
);

export const object: Schema<Record<string, unknown>> = valueOf('Object', (value) =>
  isDictionary(value) ? value : BROKEN,
);

/** Fills in what the wire leaves out, before `schema` decodes; `fill` gets the fields as they came. */
export function filled<T>(
  schema: Schema<T>,
  fill: (fields: Record<string, unknown>) => Record<string, unknown>,
): Schema<T> {
  return v.pipe(
    object,
    v.transform((fields): unknown => ({ ...fields, ...fill(fields) })),
    schema,
  );
}

/** An enumeration the server may extend: every string survives. */
export function open<Known extends string>(): Schema<Open<Known>> {
  return text;
}

export function list<T>(row: Schema<T>): Schema<T[]> {
  return listOf(row);
}

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return nullableOf(schema);
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
