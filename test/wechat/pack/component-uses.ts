/** Which components of npm packages the JSON files name. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from './error';
import { placeOf, type Place, type Project } from './project';
import { packageOf } from './uses';

export interface ComponentUse {
  /** As written, without extension: `tdesign-miniprogram/button/button`. */
  specifier: string;
  place: Place;
  at: string;
}

interface ComponentJson {
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, { default?: string } | true>;
}

/**
 * Finds npm components in `usingComponents` and generics' defaults.
 * A path without a leading dot can also mean a file beside the JSON, so only names of installed packages count.
 */
export function componentUses(project: Project): ComponentUse[] {
  return project.files
    .filter((path) => path.endsWith('.json'))
    .flatMap((path) =>
      componentPaths(readFileSync(join(project.source, path), 'utf8'), `miniprogram/${path}`)
        .filter((specifier) => isInstalled(project.root, specifier))
        .map((specifier) => ({ specifier, place: placeOf(project, path), at: `miniprogram/${path}` })),
    );
}

/** The component paths that a component's, page's or app's JSON text names. */
export function componentPaths(text: string, at: string): string[] {
  const json = parse(text, at);
  const generics = Object.values(json.componentGenerics ?? {});
  const defaults = generics.flatMap((generic) =>
    generic === true || generic.default === undefined ? [] : [generic.default],
  );
  return [...Object.values(json.usingComponents ?? {}), ...defaults];
}

function parse(text: string, at: string): ComponentJson {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  } catch (error) {
    throw new PackError(`${at}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isInstalled(root: string, specifier: string): boolean {
  return (
    /^[@\w]/.test(specifier) && existsSync(join(root, 'node_modules', packageOf(specifier), 'package.json'))
  );
}
