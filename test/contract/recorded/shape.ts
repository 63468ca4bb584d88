// Compares a reply with a recorded one: the same keys and the same types, whatever the values.

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/**
 * Says where `ours` differs from `recorded` in shape; an empty list when it does not. `null` may stand for any
 * value, and an empty list for any list.
 */
export function shapeDifferences(recorded: unknown, ours: unknown, path = '$'): string[] {
  const [wanted, got] = [typeOf(recorded), typeOf(ours)];
  if (recorded === null || ours === null) return ours === undefined ? [`${path} is missing`] : [];
  if (wanted !== got) return [`${path} is ${got}, recorded as ${wanted}`];
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    const [first] = recorded as unknown[];
    if (first === undefined) return [];
    return (ours as unknown[]).flatMap((item, index) => shapeDifferences(first, item, `${path}[${index}]`));
  }
  if (typeof recorded !== 'object' || typeof ours !== 'object' || ours === null) return [];
  const [theirs, mine] = [new Map(Object.entries(recorded)), new Map(Object.entries(ours))];
  const extra = [...mine.keys()]
    .filter((key) => !theirs.has(key))
    .map((key) => `${path}.${key} was not recorded`);
  const inner = [...theirs].flatMap(([key, value]) =>
    mine.has(key) ? shapeDifferences(value, mine.get(key), `${path}.${key}`) : [`${path}.${key} is missing`],
  );
  return [...inner, ...extra];
}
