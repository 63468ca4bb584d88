/**
 * The note that the packing step leaves in `miniprogram_npm`. WeChat's own "构建 npm" replaces that folder by a packer
 * that drops packages; the gate sees it by the missing note.
 */
import { createHash } from 'node:crypto';

export const MARKER = 'miniprogram_npm/.packed-by-project.json';

/** @param versions of the packed packages by name */
export function markerText(files: ReadonlyMap<string, string>, versions: Record<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${text}\0`);
  const sorted = Object.fromEntries(Object.entries(versions).sort());
  return `${JSON.stringify({ packages: sorted, files: files.size, sha256: hash.digest('hex') }, null, 2)}\n`;
}
