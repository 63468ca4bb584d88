/** Compares the packed files with those on disk and writes only the difference, so that watchers stay calm. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Place } from './project';

/** Paths below `miniprogram/` that differ from what was packed; a file too many counts too. */
export function differences(source: string, places: Place[], files: ReadonlyMap<string, string>): string[] {
  const changed = [...files].filter(([path, text]) => {
    const absolute = join(source, path);
    return !existsSync(absolute) || readFileSync(absolute, 'utf8') !== text;
  });
  return [...changed.map(([path]) => path), ...extras(source, places, files)].sort();
}

/** Makes the disk equal to `files`. */
export function write(source: string, places: Place[], files: ReadonlyMap<string, string>): void {
  for (const path of differences(source, places, files)) {
    const absolute = join(source, path);
    const text = files.get(path);
    if (text === undefined) rmSync(absolute);
    else {
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, text);
    }
  }
  for (const folder of folders(source, places)) removeEmpty(join(source, folder));
}

function folders(source: string, places: Place[]): string[] {
  return ['', ...places]
    .map((place) => join(place, 'miniprogram_npm'))
    .filter((path) => existsSync(join(source, path)));
}

function extras(source: string, places: Place[], files: ReadonlyMap<string, string>): string[] {
  return folders(source, places).flatMap((folder) =>
    listAll(source, folder).filter((path) => !files.has(path)),
  );
}

/** Unlike the project's own list this enters the `miniprogram_npm` that a ready-made package brings along. */
function listAll(source: string, folder: string): string[] {
  return readdirSync(join(source, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listAll(source, path) : [path];
  });
}

function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
