/** Shortens `var(--name, fallback)` where it is known which of the two applies. */

export interface Variables {
  /** Names that some text declares, or mentions in any other way than to read them. */
  declared: ReadonlySet<string>;
  /** Names that have a value wherever a component can stand. */
  everywhere: ReadonlySet<string>;
}

/** Names of custom properties in a text that stand there otherwise than as `var(--name`. */
export function mentionedVariables(text: string): string[] {
  return [...text.matchAll(/(var\(\s*)?(--[\w-]+)/g)].flatMap(([, read, name = '']) =>
    read === undefined ? [name] : [],
  );
}

/**
 * Replaces a variable that is declared nowhere by its fallback, and drops the fallback of one that has a value
 * everywhere.
 */
export function shortenVariables(value: string, variables: Variables): string {
  const start = value.indexOf('var(');
  if (start < 0) return value;
  const end = closing(value, start + 3);
  const inner = value.slice(start + 4, end);
  const comma = inner.indexOf(',');
  const name = (comma < 0 ? inner : inner.slice(0, comma)).trim();
  const fallback = comma < 0 ? undefined : shortenVariables(inner.slice(comma + 1).trim(), variables);
  const rest = shortenVariables(value.slice(end + 1), variables);
  return `${value.slice(0, start)}${shortened(name, fallback, variables)}${rest}`;
}

function shortened(name: string, fallback: string | undefined, { declared, everywhere }: Variables): string {
  if (fallback === undefined || everywhere.has(name)) return `var(${name})`;
  return declared.has(name) ? `var(${name},${fallback})` : fallback;
}

/** The offset of the bracket that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a bracket is not closed: ${text}`);
}
