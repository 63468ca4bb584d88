/** Installed npm packages, and the few facts about each that decide how it is packed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from './error';
import { packageOf } from './uses';

export interface Manifest {
  name: string;
  version: string;
  /** Folder of ready-made mini program files; a package without it is bundled. */
  miniprogram?: string;
  sideEffects?: boolean | string[];
}

interface Use {
  specifier: string;
  at: string;
}

/** Reads the manifest of an installed package. */
export function manifestOf(root: string, name: string): Manifest {
  const path = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(path)) throw new PackError(`${name} is not installed: run npm ci`);
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

/**
 * Refuses packages that the project imports without declaring them: they are there only by chance.
 * @throws PackError naming each file and package
 */
export function checkDeclared(root: string, uses: Use[]): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  const undeclared = uses.filter(({ specifier }) => !(packageOf(specifier) in dependencies));
  if (undeclared.length === 0) return;
  const lines = undeclared.map(
    ({ specifier, at }) => `${at}: ${specifier} is not in the dependencies of package.json`,
  );
  throw new PackError(lines.join('\n'));
}
