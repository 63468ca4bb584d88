import * as v from 'valibot';
import { brokenIn, goodRows } from '../../../miniprogram/api/rows';
import { id, list, record, text } from '../../../miniprogram/api/schema';

const row = record({ id, name: text }, { note: text });
const rows = goodRows(row);
const read = (value: unknown) => {
  const decoded = v.safeParse(rows, value);
  if (!decoded.success) throw new Error(v.getDotPath(decoded.issues[0]) ?? '$');
  return decoded.output;
};

test('a list of good rows is returned as it is, and has no broken ones', () => {
  const sent = [{ id: '1', name: 'a' }];
  expect(read(sent)).toBe(sent);
  expect(brokenIn(read(sent))).toBeUndefined();
  expect(brokenIn([])).toBeUndefined();
});

test('rows that decode to something else are a list of their own', () => {
  expect(read([{ id: 7, name: 'a', more: true }])).toEqual([{ id: '7', name: 'a' }]);
});

test('broken rows are left out and counted; the place and problem of the first are told', () => {
  const left = read([{ id: '1', name: 'a' }, { id: '2', name: 7 }, null, { id: '4', name: 'd', note: 8 }]);
  expect(left).toEqual([
    { id: '1', name: 'a' },
    { id: '4', name: 'd' },
  ]);
  expect(brokenIn(left)).toEqual({ count: 2, path: '1.name', problem: 'string expected, number received' });
});

test('a row that is no object is told by its place', () => {
  const left = read([{ id: '1', name: 'a' }, 'x']);
  expect(brokenIn(left)).toEqual({ count: 1, path: '1', problem: 'Object expected, string received' });
});

test('one single row that is broken leaves an empty list that lost one', () => {
  const left = read([{ id: '1' }]);
  expect(left).toEqual([]);
  expect(brokenIn(left)).toMatchObject({ count: 1, path: '0.name' });
});

test('a list with only broken rows is broken as a whole, and so is a value that is no list', () => {
  expect(() => read([{ id: '1' }, { id: '2' }])).toThrow('0.name');
  expect(() => read({ items: [] })).toThrow('$');
  expect(() => read(null)).toThrow('$');
});

test('inside a reply: the reply decodes, and the losses of its list are known', () => {
  const reply = record({ items: rows, tags: list(text) }, {});
  const decoded = v.parse(reply, { items: [{ id: '1', name: 'a' }, {}], tags: ['x'], more: 1 });
  expect(decoded.items).toHaveLength(1);
  expect(brokenIn(decoded.items)).toMatchObject({ count: 1, path: '1.id' });
  // Nothing is known of a copy.
  expect(brokenIn([...decoded.items])).toBeUndefined();
});
