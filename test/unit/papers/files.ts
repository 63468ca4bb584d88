// The files below a folder.
import { readdirSync } from 'node:fs';
import path from 'node:path';

const HIDDEN = /^(node_modules|miniprogram_npm|\..+)$/;

/** Files below a folder, from the repository's root, in the order of their names. */
export function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !HIDDEN.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, file) : [file];
    });
}
