import fc from 'fast-check';
import { snakeCased, snakeName } from '../../../../miniprogram/api/xcx/names';

test.each([
  ['totalHours', 'total_hours'],
  ['consumption60d', 'consumption60d'],
  ['phoneFull', 'phone_full'],
  ['aiInsight', 'ai_insight'],
  ['pageSize', 'pageSize'],
  ['page_size', 'page_size'],
  ['total_hours', 'total_hours'],
  ['储值余额', '储值余额'],
  ['KTV', 'KTV'],
  ['', ''],
])('%s is %s', (name, snake) => {
  expect(snakeName(name)).toBe(snake);
});

test('names are changed all the way down, values never', () => {
  const sent = {
    taskType: 'highPriority',
    dateGroups: [{ totalHours: 1, records: [{ customerName: 'aB' }] }],
  };
  expect(snakeCased(sent)).toEqual({
    task_type: 'highPriority',
    date_groups: [{ total_hours: 1, records: [{ customer_name: 'aB' }] }],
  });
});

test('what is in the contract’s names already is the very same value, in whole and in part', () => {
  const row = { total_hours: 1, tags: ['a'] };
  const plain = { items: [row], pageSize: 20 };
  expect(snakeCased(plain)).toBe(plain);
  const mixed = snakeCased({ items: [row], hasMore: true }) as { items: unknown[] };
  expect(mixed.items[0]).toBe(row);
});

test('of two spellings the contract’s counts', () => {
  expect(snakeCased({ avatarUrl: 'b', avatar_url: 'a' })).toEqual({ avatar_url: 'a' });
});

test('labels of a card are no names', () => {
  const sent = {
    referenceCard: { cardType: 'customer', data: { lastVisit: '3 天前' } },
    data: { lastVisit: 1 },
  };
  expect(snakeCased(sent)).toEqual({
    reference_card: { card_type: 'customer', data: { lastVisit: '3 天前' } },
    data: { last_visit: 1 },
  });
});

test('a million levels end, and a name that is none of a reply’s changes no prototype', () => {
  let deep: unknown = { aB: 1 };
  for (let level = 0; level < 1_000_000; level += 1) deep = [deep];
  expect(() => snakeCased(deep)).not.toThrow();
  const odd = snakeCased(JSON.parse('{"aB":1,"__proto__":{"x":1}}')) as Record<string, unknown>;
  expect(odd).toEqual({ a_b: 1 });
  expect(odd['x']).toBeUndefined();
});

test('any JSON: it keeps its leaves, and doing it twice changes nothing more', () => {
  // A field `__proto__` is left out wherever a name beside it is changed.
  const leaves = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, part]) => (name === '__proto__' ? [] : leaves(part)))
      : [value];
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const once = snakeCased(value);
      expect(snakeCased(once)).toBe(once);
      expect(leaves(once)).toEqual(leaves(value));
    }),
  );
});
