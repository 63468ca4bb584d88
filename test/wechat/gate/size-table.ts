/** Sizes for people: each package beside its limit, and, on demand, its largest files. */
import { ALL, kilobytes, type PackageSize } from './checks/sizes';

export function sizeTable(rows: readonly PackageSize[]): string {
  return rows
    .map(({ name, size, limit }) => `${name.padEnd(24)}${right(size)} of ${right(limit)}`)
    .join('\n');
}

/** @param count files of each package that are listed */
export function fileTable(rows: readonly PackageSize[], count: number): string {
  return rows
    .filter(({ name }) => name !== ALL)
    .map(({ name, size, files }) => {
      const listed = files.slice(0, count);
      const rest = files.slice(count).reduce((sum, [, bytes]) => sum + bytes, 0);
      return [
        `${name} ${kilobytes(size)}, ${files.length} files`,
        ...listed.map(([path, bytes]) => `${right(bytes)}  ${path}`),
        ...(rest > 0 ? [`${right(rest)}  in ${files.length - listed.length} others`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

function right(size: number): string {
  return kilobytes(size).padStart(12);
}
