// Under which licences the code of others is shipped: what the program depends on, and what that depends on.
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  name: string;
  license?: string;
  /** As it was written before 2014. */
  licenses?: { type: string }[];
  dependencies?: Record<string, string>;
}

/** @param folder of a package, from the repository's root */
const manifestOf = (root: string, folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;

/**
 * The names of shipped packages by licence, sorted. What is left out when they are packed is counted too: it is the larger list.
 * @param drawn packages of which pictures are shipped, though nothing imports them
 */
export function shippedLicences(root: string, drawn: readonly string[]): Record<string, string[]> {
  const found = new Map<string, string>();
  const left = [...Object.keys(manifestOf(root, '.').dependencies ?? {}), ...drawn];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const manifest = manifestOf(root, `node_modules/${name}`);
    // An alias is called by its own name: chartjs is chart.js.
    if (found.has(manifest.name)) continue;
    found.set(manifest.name, manifest.license ?? manifest.licenses?.[0]?.type ?? 'no licence');
    left.push(...Object.keys(manifest.dependencies ?? {}));
  }
  const byLicence: Record<string, string[]> = {};
  for (const [name, licence] of [...found].sort(([a], [b]) => (a < b ? -1 : 1)))
    (byLicence[licence] ??= []).push(name);
  return byLicence;
}
