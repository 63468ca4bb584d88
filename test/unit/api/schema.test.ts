import * as v from 'valibot';
import fc from 'fast-check';
import type { Item } from '../../../typings/v4/backpack';
import type { Open } from '../../../typings/v4/common';
import {
  firstIssue,
  flag,
  id,
  list,
  nullable,
  number,
  orElse,
  record,
  text,
} from '../../../miniprogram/api/schema';
import type { Same, Schema } from '../../../miniprogram/api/schema';
import { itemSchema } from '../../../miniprogram/api/v4/schema/backpack';

// Checked by tsc alone: a schema that drifts from its type does not compile.
const alike: Same<{ a: string; b?: number | null }, { a: string; b?: number | null }> = true;
const rows: Same<{ a: { b?: string }[] }, { a: { b?: string }[] }> = true;
const missing: Same<{ a: string; b?: number }, { a: string }> = false;
const optional: Same<{ a?: string }, { a: string }> = false;
const undefinedToo: Same<{ a?: string | undefined }, { a?: string }> = false;
const nulls: Same<{ a: string | null }, { a: string }> = false;
const deep: Same<{ a: { b: string }[] }, { a: { b: number }[] }> = false;
const closed: Same<{ a: Open<'x'> }, { a: 'x' }> = false;

test('the comparison of types tells every kind of drift', () => {
  expect([alike, rows]).toEqual([true, true]);
  expect([missing, optional, undefinedToo, nulls, deep, closed]).toEqual(Array(6).fill(false));
});

const parse = <T>(schema: Schema<T>, value: unknown) => v.safeParse(schema, value);
const output = <T>(schema: Schema<T>, value: unknown) => v.parse(schema, value);

describe('decoding', () => {
  test('ids: text and safe integers to text, nothing else', () => {
    expect(output(id, '9007199254740993')).toBe('9007199254740993');
    expect(output(id, 31)).toBe('31');
    for (const bad of ['', 1.5, 2 ** 53, NaN, null, undefined, true, {}, []])
      expect(parse(id, bad).success).toBe(false);
  });

  test('numbers and flags as databases write them', () => {
    expect(output(number, '12.50')).toBe(12.5);
    expect(output(number, -3)).toBe(-3);
    for (const bad of ['', 'x', '1e3', ' 1', NaN, null, true]) expect(parse(number, bad).success).toBe(false);
    expect([1, 0, true, false].map((one) => output(flag, one))).toEqual([true, false, true, false]);
    for (const bad of [2, '1', null]) expect(parse(flag, bad).success).toBe(false);
  });

  test('no value at all of an optional field can break an item', () => {
    const fine = {
      item_id: 1,
      item_name: 'n',
      item_type: 't',
      status: 's',
      tracking_code: 'c',
      rarity_code: 'r',
    };
    const names = Object.keys({
      ...fine,
      source: 0,
      expires_at: 0,
      allowed_actions: 0,
      merchant_id: 0,
      instance_attributes: 0,
      x: 0,
    }).slice(6);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.anything()), (extra) => {
        const item: Item = output(itemSchema, { ...extra, ...fine });
        expect(item).toMatchObject({ item_id: '1', item_name: 'n' });
        expect(item).not.toHaveProperty('x');
        expect(Object.values(item)).not.toContain(undefined);
      }),
    );
  });

  test('decodes what it has decoded to the same: a cached reply reads back', () => {
    const item = {
      item_id: '1',
      item_name: 'n',
      item_type: 't',
      status: 's',
      tracking_code: 'c',
      rarity_code: 'r',
      item_value: 3,
      image_url: null,
    };
    expect(output(itemSchema, output(itemSchema, item))).toEqual(item);
  });

  test('a problem is told by place and type, never by value', () => {
    const schema = record({ rows: list(record({ mobile: text }, { note: nullable(text) })) }, {});
    const broken = parse(schema, { rows: [{ mobile: '1' }, { mobile: 13800000031 }] });
    expect(firstIssue(broken.issues ?? [])).toEqual({
      path: 'rows.1.mobile',
      problem: 'string expected, number received',
    });
    expect(firstIssue(parse(schema, null).issues ?? []).path).toBe('$');
  });

  test('a substitute stands in for a broken required field only', () => {
    const schema = record({ qr: orElse(nullable(text), null) }, {});
    expect(output(schema, { qr: 3 })).toEqual({ qr: null });
    expect(output(schema, { qr: 'x' })).toEqual({ qr: 'x' });
    expect(parse(schema, 'x').success).toBe(false);
  });
});
