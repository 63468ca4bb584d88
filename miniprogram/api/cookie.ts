// Reads one cookie out of the `Set-Cookie` lines of a reply: the platform keeps no cookie jar.

/** The value of that cookie; `undefined` when it was not set, or was cleared. */
export function cookieOf(set_cookie_lines: readonly string[], name: string): string | undefined {
  for (const line of set_cookie_lines) {
    const pair = line.split(';')[0] ?? '';
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}
