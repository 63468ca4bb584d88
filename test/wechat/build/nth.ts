/** The shortest names, in order. */
const SMALL = 'abcdefghijklmnopqrstuvwxyz';

/** For what may not differ by its case alone, as paths and CSS: letters, then letters and digits. */
export function nth(at: number): string {
  return named(at, SMALL, `${SMALL}0123456789`);
}

/** For what a script names: capitals count. */
export function nthInScript(at: number): string {
  const letters = SMALL + SMALL.toUpperCase();
  return named(at, letters, letters);
}

function named(at: number, first: string, rest: string): string {
  if (at < first.length) return first.charAt(at);
  const over = at - first.length;
  return named(Math.floor(over / rest.length), first, rest) + rest.charAt(over % rest.length);
}
