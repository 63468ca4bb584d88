/** Which files of the project a source file names. */
import { posix } from 'node:path';
import { componentPaths } from '../../pack/component-uses';
import { referencesOf } from '../../pack/references';
import { packageOf } from '../../pack/uses';
import { lineAt } from '../finding';
import { moduleReferences } from './module-references';

export interface FileReference {
  spec: string;
  line: number;
  /** Paths below `miniprogram/` that it may mean. */
  candidates: string[];
  /** True when all files of a component go with it. */
  unit: boolean;
  /** True when one candidate must exist; missing scripts are found where modules are loaded. */
  required: boolean;
  /** True when only its types are used: then it need not be shipped. */
  types?: boolean;
  /** The package it may belong to instead. */
  npm?: string;
}

/** Lists the references of a file; `path` is relative to `miniprogram/`. */
export function fileReferences(path: string, text: string): FileReference[] {
  const at = (spec: string): string =>
    spec.startsWith('/') ? spec.slice(1) : posix.join(posix.dirname(path), spec);
  if (/\.(ts|js)$/.test(path)) {
    return moduleReferences(path, text).map(({ spec, start, way }) => {
      const target = at(spec);
      const candidates = [`${target}.ts`, `${target}.js`, target, target.replace(/\.js$/, '.ts')];
      return {
        spec,
        line: lineAt(text, start),
        candidates,
        unit: false,
        required: false,
        types: way === 'types',
      };
    });
  }
  if (path.endsWith('.json')) {
    return componentPaths(text, path).map((spec) => ({
      spec,
      line: lineAt(text, text.indexOf(`"${spec}"`)),
      candidates: [at(spec)],
      unit: true,
      required: true,
      ...(/^[@\w]/.test(spec) ? { npm: packageOf(spec) } : {}),
    }));
  }
  return referencesOf(path, text).map(({ spec, start }) => ({
    spec,
    line: lineAt(text, start),
    candidates: [at(spec), `${at(spec)}.wxml`],
    unit: false,
    required: true,
  }));
}
