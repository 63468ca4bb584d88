// The ways in which a real reply is changed: fields nobody declared, huge ids, enumeration members of tomorrow, and each
// field in turn of a wrong type.

export type Path = readonly (string | number)[];
type Change = (value: unknown, path: Path) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rebuilds a value, leaves first; `change` gives what stands in each place. */
export function rebuilt(value: unknown, change: Change, path: Path = []): unknown {
  if (Array.isArray(value)) {
    return change(
      value.map((one, at) => rebuilt(one, change, [...path, at])),
      path,
    );
  }
  if (!isObject(value)) return change(value, path);
  const entries = Object.entries(value).map(([name, one]) => [name, rebuilt(one, change, [...path, name])]);
  return change(Object.fromEntries(entries), path);
}

export const HUGE = '9007199254740993';
export const TOMORROW = 'member_of_tomorrow';

/** As the contract has it; the deployed system writes camelCase. */
export const snakeOf = (name: string | number): string =>
  name === 'pageSize' ? name : String(name).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const isId = (name: string | number = '') => name === 'id' || snakeOf(name).endsWith('_id');
const ENUMERATIONS = new Set([
  ...['status', 'item_type', 'rarity_code', 'event', 'sender_type', 'message_type', 'issue_type', 'priority'],
  ...[
    'task_type',
    'tag_color',
    'type_class',
    'record_type',
    'spend_trend',
    'churn_risk',
    'tag_type',
    'trend',
  ],
  ...['role', 'level_class', 'course_type_class', 'source', 'business_type'],
]);

/** Open by contract: whatever they hold is kept. */
const OPEN = ['instance_attributes', 'metadata', 'detail'];
export const isOpen = (path: Path): boolean => path.some((step) => OPEN.includes(snakeOf(step)));

/** Every object has one field more. */
export const withExtras: Change = (value, path) =>
  isObject(value) && !isOpen(path) ? { ...value, zz_nobody_declared: { a: [1, { b: null }] } } : value;

/** Every numeric id is a huge one, as a number of the JSON text: see `textOf`. */
export const withHugeIds: Change = (value, path) =>
  isId(path.at(-1)) && /^\d+$/.test(String(value)) ? `#${HUGE}#` : value;

export const withTomorrow: Change = (value, path) =>
  ENUMERATIONS.has(snakeOf(path.at(-1) ?? '')) && typeof value === 'string' ? TOMORROW : value;

/** JSON text; `#digits#` becomes a bare number, which no JavaScript number could hold. */
export const textOf = (value: unknown): string => JSON.stringify(value).replace(/"#(\d+)#"/g, '$1');

/** How often each change would be seen. */
export function count(value: unknown, what: Change): number {
  let found = 0;
  rebuilt(value, (one, path) => {
    const changed = what(one, path);
    if (changed !== one && !isObject(one)) found += 1;
    return one;
  });
  return found;
}

/** One place for each field, whatever row it stands in. */
export function fieldsOf(value: unknown): Path[] {
  const seen = new Map<string, Path>();
  rebuilt(value, (one, path) => {
    const general = path.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    if (path.length > 0 && typeof path.at(-1) === 'string' && !seen.has(general)) seen.set(general, path);
    return one;
  });
  return [...seen.values()];
}

/** The value with something else in that place. */
export const replaced = (value: unknown, place: Path, substitute: unknown): unknown =>
  rebuilt(value, (one, path) => (path.join('.') === place.join('.') ? substitute : one));
