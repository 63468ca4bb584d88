/** Versions of WeChat's base library. */

/** Less than 0 when `a` is older than `b`; versions are three numbers with points. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = [0, 1, 2].find((index) => left[index] !== right[index]) ?? 0;
  return (left[at] ?? 0) - (right[at] ?? 0);
}

/** The newest of them, or 1.0.0. */
export function newest(versions: Iterable<string>): string {
  return [...versions].reduce(
    (best, version) => (compareVersions(version, best) > 0 ? version : best),
    '1.0.0',
  );
}
