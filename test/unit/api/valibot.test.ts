// What `schema-run.ts` relies on of valibot beyond its documented functions: `~run`, `_addIssue`, `_standardSchema` and the
// shape of an issue. When an upgrade of valibot fails here, the name of the test says what changed; until `schema-run.ts`
// (and `rows.ts`, which calls `~run` too) follows, replies are decoded or reported wrongly.
import * as v from 'valibot';
import { list, record, text } from '../../../miniprogram/api/schema';
import { BROKEN, readOf, valueOf } from '../../../miniprogram/api/schema-run';

/** A schema like those of `schema-run.ts`, which notes how it is called. */
function noting() {
  const calls: unknown[][] = [];
  const schema: v.GenericSchema<unknown, string> = v._standardSchema<v.GenericSchema<unknown, string>>({
    kind: 'schema',
    type: 'noted',
    reference: v.string,
    expects: 'a noted value',
    async: false,
    '~run'(dataset, config) {
      calls.push([{ ...dataset }, config]);
      if (dataset.value === 'good') return { typed: true, value: 'decoded' };
      v._addIssue(schema, 'type', dataset, config);
      return dataset as unknown as v.FailureDataset<v.BaseIssue<unknown>>;
    },
  });
  return { schema, calls };
}

describe("what valibot's own schemas answer", () => {
  const own = v.pipe(v.string(), v.transform(Number));

  test('`~run({value}, {})` of a value that fits answers its decoded `value`, and no `issues`', () => {
    expect(own['~run']({ value: '7' }, {})).toEqual({ typed: true, value: 7 });
    expect(own['~run']({ value: '7' }, {}).issues).toBeUndefined();
    expect(readOf(own)('7')).toBe(7);
  });

  test('`~run({value}, {})` of a value that does not fit answers `issues`, the first broken part first', () => {
    const { issues } = v.array(v.string())['~run']({ value: ['a', 1, true] }, {});
    expect(issues?.map((issue) => issue.input)).toEqual([1, true]);
    expect(readOf(own)(7)).toBe(BROKEN);
  });

  test('an action of a pipe that refuses a value answers `issues` too, though the type fits', () => {
    expect(readOf(v.pipe(v.string(), v.minLength(2)))('a')).toBe(BROKEN);
  });
});

describe("how valibot's own schemas use one of ours", () => {
  test('`_standardSchema` gives the same schema back, with the properties of a standard schema', () => {
    const ours = { '~run': () => ({ typed: true, value: 1 }) } as unknown as v.GenericSchema;
    expect(v._standardSchema(ours)).toBe(ours);
    expect(ours['~standard']).toMatchObject({ version: 1, vendor: 'valibot' });
  });

  test.each<[string, (part: v.GenericSchema<unknown, string>) => v.GenericSchema, unknown, unknown]>([
    ['object', (part) => v.object({ a: part }), { a: 'good' }, { a: 'decoded' }],
    ['array', (part) => v.array(part), ['good'], ['decoded']],
    ['record', (part) => v.record(v.string(), part), { a: 'good' }, { a: 'decoded' }],
    ['union', (part) => v.union([v.number(), part]), 'good', 'decoded'],
    ['pipe', (part) => v.pipe(v.unknown(), part), 'good', 'decoded'],
  ])(
    '%s calls `~run` with a dataset that holds the value, and takes the value answered',
    (_, whole, value, decoded) => {
      const { schema, calls } = noting();
      expect(v.parse(whole(schema), value)).toEqual(decoded);
      expect(calls).toHaveLength(1);
      expect(calls[0]?.[0]).toMatchObject({ value: 'good' });
    },
  );

  test('an issue of ours keeps its place and gets the places around it in front', () => {
    const { schema } = noting();
    const { issues } = v.safeParse(v.object({ rows: v.array(v.object({ name: schema })) }), {
      rows: [{ name: 3 }],
    });
    expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(['rows.0.name']);
    const ours = v.safeParse(v.object({ rows: list(record({ name: text }, {})) }), { rows: [{ name: 3 }] });
    expect(ours.issues?.map((issue) => v.getDotPath(issue))).toEqual(['rows.0.name']);
  });
});

describe('what an issue is', () => {
  test('`_addIssue` says what the schema `expects`, its `type` and the value, and marks the dataset as not typed', () => {
    const { schema } = noting();
    expect(schema['~run']({ value: 3 }, {})).toMatchObject({
      typed: false,
      value: 3,
      issues: [{ kind: 'schema', type: 'noted', expected: 'a noted value', received: '3', input: 3 }],
    });
  });

  test('a broken row is told exactly as valibot tells it, place and words', () => {
    const value = { rows: ['a', 3] };
    const ours = v.safeParse(record({ rows: list(text) }, {}), value);
    const theirs = v.safeParse(v.object({ rows: v.array(v.string()) }), value);
    expect(ours.issues).toEqual(theirs.issues);
  });

  test('a value of a wrong type is told exactly as valibot tells it', () => {
    for (const value of [3, null, undefined, {}])
      expect(v.safeParse(text, value).issues).toEqual(v.safeParse(v.string(), value).issues);
    expect(
      v.safeParse(
        valueOf('Array', () => BROKEN),
        3,
      ).issues?.[0],
    ).toMatchObject({
      message: 'Invalid type: Expected Array but received 3',
    });
  });
});
