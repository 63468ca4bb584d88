// The one place where names are changed: the running xcx backend writes camelCase, the contract and this app snake_case.

/** The contract's only camelCase name. */
const KEPT = 'pageSize';
/** Inside of a card the keys of `data` are labels, not names. */
const CARD = 'reference_card';
const CARD_DATA = 'data';
/** Names deeper than this are left as they came. No reply is half as deep. */
const DEEPEST = 32;
const CAMEL = /^[a-z][a-zA-Z0-9]*[A-Z]/;

/** `totalHours` → `total_hours`; `consumption60d` stays. */
export function snakeName(name: string): string {
  if (name === KEPT || !CAMEL.test(name)) return name;
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * The value with snake_case names at every level; the same object when all names are so already. Where a field comes in
 * both spellings, the contract's counts.
 */
export function snakeCased(value: unknown): unknown {
  return renamed(value, 0, '');
}

/** @param name of the field that holds the value */
function renamed(value: unknown, depth: number, name: string): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return rows(value as unknown[], depth, name);
  return fields(value as Record<string, unknown>, depth, name);
}

function rows(list: unknown[], depth: number, name: string): unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < list.length; at += 1) {
    const row = renamed(list[at], depth + 1, name);
    if (row === list[at]) continue;
    copy ??= list.slice();
    copy[at] = row;
  }
  return copy ?? list;
}

function fields(whole: Record<string, unknown>, depth: number, name: string): Record<string, unknown> {
  const names = Object.keys(whole);
  const parts: unknown[] = [];
  let changed = false;
  for (const own of names) {
    const snake = snakeName(own);
    const value = whole[own];
    const isData = name === CARD && own === CARD_DATA;
    const part = isData ? value : renamed(value, depth + 1, snake);
    parts.push(part);
    changed ||= snake !== own || part !== value;
  }
  if (!changed) return whole;
  const copy: Record<string, unknown> = {};
  names.forEach((own, at) => {
    const snake = snakeName(own);
    const isSecond = snake !== own && names.includes(snake);
    // Assigning to it would change the copy's prototype, and no reply has such a field.
    if (!isSecond && own !== '__proto__') copy[snake] = parts[at];
  });
  return copy;
}
