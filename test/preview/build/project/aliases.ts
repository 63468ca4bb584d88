// `resolveAlias` of app.json: `"@lib/*": "lib/*"` lets a file say `@lib/word` for `/lib/word`.
import { stringMap } from './json';

/** `@lib/` stands for `/lib/`. */
export interface Alias {
  prefix: string;
  path: string;
}

const STAR = '/*';

/** Longest first: of several rules that fit, that one counts. Rules that do not end in `/*` on both sides are none. */
export function readAliases(raw: unknown): Alias[] {
  return Object.entries(stringMap(raw))
    .filter((rule) => rule.every((side) => side.endsWith(STAR)))
    .map(([name, target]) => ({
      prefix: name.slice(0, -1),
      path: `/${target.slice(0, -1).replace(/^\.?\/+/, '')}`,
    }))
    .sort((a, b) => b.prefix.length - a.prefix.length);
}

/** What is written, or the path from the root that it stands for. */
export function unaliased(aliases: readonly Alias[], specifier: string): string {
  const alias = aliases.find(({ prefix }) => specifier.startsWith(prefix));
  return alias === undefined ? specifier : alias.path + specifier.slice(alias.prefix.length);
}
