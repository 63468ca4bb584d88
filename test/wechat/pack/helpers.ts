/** The helpers that TypeScript takes from `tslib` when it lowers a script. */

export const HELPERS = 'tslib';

/** Those that a lowered script uses: TypeScript alone names them so. */
export function helperNames(text: string): Set<string> {
  return new Set([...text.matchAll(/\btslib_\d+\.(__\w+)/g)].map(([, name = '']) => name));
}
