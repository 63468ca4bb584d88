/** Lays the used files of a ready-made package out over the main package and the subpackages. */
import { posix } from 'node:path';
import { distribute } from './distribute';
import type { Place } from './project';
import type { ReadyMadePackage } from './ready-made';
import { rewriteReferences } from './references';

/**
 * @param roots the files that each package of the app names
 * @returns file texts by path below `miniprogram/`
 */
export function copyPackage(
  pack: ReadyMadePackage,
  roots: ReadonlyMap<Place, ReadonlySet<string>>,
): Map<string, string> {
  const wanted = new Map([...roots].map(([place, paths]) => [place, pack.closure(paths)]));
  const places = distribute(wanted);
  const target = (path: string): string =>
    posix.join(places.get(path) ?? '', 'miniprogram_npm', pack.name, path);
  return new Map([...places.keys()].map((path) => [target(path), relocated(pack, path, places, target)]));
}

/** A subpackage's file reaches the main package's by a relative path: WeChat allows that direction. */
function relocated(
  pack: ReadyMadePackage,
  path: string,
  places: ReadonlyMap<string, Place>,
  target: (path: string) => string,
): string {
  const { text, local } = pack.read(path);
  return rewriteReferences(path, text, ({ spec, kind }) => {
    const [file] = local.get(spec) ?? [];
    if (file === undefined) return spec;
    const nested = kind === 'module' && !spec.startsWith('.');
    const moved = places.get(file) !== places.get(path);
    if (nested && !moved) return spec;
    const relative = posix.relative(posix.dirname(target(path)), target(file));
    const dotted = relative.startsWith('.') ? relative : `./${relative}`;
    return kind === 'file' ? dotted : dotted.replace(/\.(js|json)$/, '');
  });
}
