// The hot parts of decoding, on valibot's own schema interface: a list of 200 items is 6,000 fields, and valibot's
// pipes cost ten times the parsing of their JSON. So a value is first read without collecting issues; only one that
// does not fit is walked again, to find the place and the problem.
import * as v from 'valibot';

type Schema<T> = v.GenericSchema<unknown, T>;
type Issue = v.BaseIssue<unknown>;
type Config = v.Config<Issue>;
export type Read<T> = (value: unknown) => T | typeof BROKEN;

/** Says that a value is not what the schema wants. */
export const BROKEN: unique symbol = Symbol('broken');

/** One field of a record. */
export interface Field {
  name: string;
  schema: Schema<unknown>;
  isRequired: boolean;
}

/** Where a part stands in its whole. */
type Place =
  | { type: 'object'; input: Record<string, unknown>; key: string }
  | { type: 'array'; input: unknown[]; key: number };

/**
 * The fast reader of each schema made here. Schemas of valibot itself have none and are run in the usual, slower way.
 */
const reads = new WeakMap<object, Read<unknown>>();

export function readOf(schema: Schema<unknown>): Read<unknown> {
  return (
    reads.get(schema) ??
    ((value) => {
      const part = schema['~run']({ value }, {});
      return part.issues === undefined ? part.value : BROKEN;
    })
  );
}

interface Parts<T> {
  expects: string;
  type?: string;
  read: Read<T>;
  /**
   * The parts of a value that could not be read, in order. If none of them is broken, the value itself is of the wrong
   * type.
   */
  parts?: (
    input: unknown,
  ) => Iterable<readonly [schema: Schema<unknown>, value: unknown, place: Place | undefined]>;
}

/**
 * Makes a valibot schema of a fast reader. `parts` is asked only for a value that `read` refuses, to say where it
 * broke.
 */
export function schemaOf<T>({ expects, type = expects, read, parts }: Parts<T>): Schema<T> {
  const schema: Schema<T> = v._standardSchema<Schema<T>>({
    kind: 'schema',
    type,
    reference: schemaOf,
    expects,
    async: false,
    '~run'({ value: input }, config) {
      const value = read(input);
      if (value !== BROKEN) return { typed: true, value };
      for (const [part, partial, place] of parts?.(input) ?? []) {
        const { issues } = part['~run']({ value: partial }, config);
        if (issues === undefined) continue;
        return place === undefined
          ? { typed: false, value: input, issues }
          : brokenAt(issues[0], place, partial);
      }
      return broken(schema, input, config);
    },
  });
  reads.set(schema, read);
  return schema;
}

function broken(schema: Schema<unknown>, input: unknown, config: Config): v.FailureDataset<Issue> {
  const dataset: v.UnknownDataset = { value: input };
  v._addIssue(schema, 'type', dataset, config);
  return dataset as unknown as v.FailureDataset<Issue>;
}

function brokenAt(issue: Issue, place: Place, value: unknown): v.FailureDataset<Issue> {
  const item: v.IssuePathItem = { ...place, origin: 'value', value };
  return { typed: false, value: place.input, issues: [{ ...issue, path: [item, ...(issue.path ?? [])] }] };
}

/** A single value: `read` gives what it decodes to, or `BROKEN`. */
export function valueOf<T>(expects: string, read: Read<T>): Schema<T> {
  return schemaOf({ expects, read });
}

/** The same, or null. */
export function nullableOf<T>(schema: Schema<T>): Schema<T | null> {
  const read = readOf(schema) as Read<T>;
  return schemaOf<T | null>({
    expects: `(${schema.expects} | null)`,
    type: 'nullable',
    read: (value) => (value === null ? null : read(value)),
    parts: (input) => [[schema, input, undefined]],
  });
}

/** The same, or `substitute` where the value is null or absent. */
export function missingAs<T>(schema: Schema<T>, substitute: T): Schema<T> {
  const read = readOf(schema) as Read<T>;
  return schemaOf<T>({
    expects: schema.expects,
    read: (value) => (value === null || value === undefined ? substitute : read(value)),
    parts: (input) => [[schema, input, undefined]],
  });
}

/** A list whose first broken row breaks it. */
export function listOf<T>(row: Schema<T>): Schema<T[]> {
  const read = readOf(row) as Read<T>;
  return schemaOf<T[]>({
    expects: 'Array',
    read(input) {
      if (!Array.isArray(input)) return BROKEN;
      const rows: T[] = [];
      let changed = false;
      for (let at = 0; at < input.length; at += 1) {
        const value = input[at] as unknown;
        const row = read(value);
        if (row === BROKEN) return BROKEN;
        rows.push(row);
        changed ||= row !== value;
      }
      return changed ? rows : (input as T[]);
    },
    *parts(input) {
      if (!Array.isArray(input)) return;
      for (const [key, value] of input.entries())
        yield [row, value as unknown, { type: 'array', input, key }];
    },
  });
}

/** An object of these fields; a broken optional one is absent, others are dropped. */
export function recordOf(fields: readonly Field[]): Schema<Record<string, unknown>> {
  const required = fields.filter(({ isRequired }) => isRequired);
  const optional = fields.filter(({ isRequired }) => !isRequired);
  const steps = [...required, ...optional].map(({ name, schema }) => ({ name, read: readOf(schema) }));
  return schemaOf<Record<string, unknown>>({
    expects: 'Object',
    read(input) {
      if (!isDictionary(input)) return BROKEN;
      // Undefined where a field is absent.
      const values: unknown[] = [];
      let [kept, changes] = [0, 0];
      for (const { name, read } of steps) {
        const value = input[name];
        const isRequired = values.length < required.length;
        let decoded: unknown;
        if (value !== undefined || isRequired) {
          decoded = read(value);
          if (decoded === BROKEN) {
            if (isRequired) return BROKEN;
            decoded = undefined;
          } else if (value !== undefined) kept += 1;
          if (decoded !== value) changes += 1;
        }
        values.push(decoded);
      }
      // Copying is what costs: a row whose fields are all declared and decode to themselves is its own result.
      if (kept !== Object.keys(input).length) return pick(steps, values);
      return changes === 0 ? input : changedCopy(input, steps, values);
    },
    *parts(input) {
      if (!isDictionary(input)) return;
      for (const { name, schema, isRequired } of fields) {
        if (isRequired) yield [schema, input[name], { type: 'object', input, key: name }];
      }
    },
  });
}

/** The fields that have a value. */
function pick(fields: readonly { name: string }[], values: readonly unknown[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  fields.forEach(({ name }, at) => {
    if (values[at] !== undefined) picked[name] = values[at];
  });
  return picked;
}

/** All fields, some of them with a new value. */
function changedCopy(
  input: Record<string, unknown>,
  fields: readonly { name: string }[],
  values: readonly unknown[],
): Record<string, unknown> {
  const copy = { ...input };
  fields.forEach(({ name }, at) => {
    if (values[at] !== input[name]) copy[name] = values[at];
  });
  return copy;
}

export function isDictionary(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
