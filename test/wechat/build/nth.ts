const FIRST = 'abcdefghijklmnopqrstuvwxyz';
const REST = `${FIRST}0123456789`;

/** `a` … `z`, `aa`, `ab` … `a9`, `ba` …: the shortest names, in order, where capitals may not count. */
export function nth(at: number): string {
  if (at < FIRST.length) return FIRST.charAt(at);
  const rest = at - FIRST.length;
  return nth(Math.floor(rest / REST.length)) + REST.charAt(rest % REST.length);
}
