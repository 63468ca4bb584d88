/** The files of a built mini program, the packed npm modules included. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths below `folder` that end in one of `endings`, with forward slashes, sorted. */
export function filesBelow(folder: string, ...endings: string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
