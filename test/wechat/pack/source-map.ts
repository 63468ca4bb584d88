/** Bundles a module from the sources in its source map, for packages that ship one minified file which cannot be shaken. */
import { transform, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from './error';
import { MAPPED, type Mapped } from './rules';

interface SourceMap {
  sources: string[];
  sourcesContent: string[];
}

const SPACE = 'source map';
/** No source is called so. */
const ENTRY = 'entry';

/** Resolves the packages of `MAPPED` to their sources, changed as they are told there. */
export function mappedSources(root: string): Plugin {
  return {
    name: 'sources out of source maps',
    setup(builder) {
      for (const [name, mapped] of Object.entries(MAPPED)) {
        const texts = textsOf(root, name, mapped);
        const namespace = `${SPACE} of ${name}`;
        builder.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: ENTRY, namespace }));
        builder.onResolve({ filter: /^\./, namespace }, ({ path }) => ({
          path: path.replace(/^\.\//, ''),
          namespace,
        }));
        builder.onLoad({ filter: /.*/, namespace }, async ({ path }) => {
          const source = path === ENTRY ? mapped.entry : texts.get(path);
          if (source === undefined) throw new PackError(`${name}: its source map has no ${path}`);
          // What the changes made unreachable goes.
          return { contents: (await transform(source, { loader: 'ts', minifySyntax: true })).code };
        });
      }
    },
  };
}

/** By the sources' file names. */
function textsOf(root: string, name: string, { map, changes }: Mapped): Map<string, string> {
  const read = JSON.parse(readFileSync(join(root, 'node_modules', name, map), 'utf8')) as SourceMap;
  const texts = new Map(
    read.sources.map((path, at) => [path.replace(/^.*\//, ''), read.sourcesContent[at] ?? '']),
  );
  for (const { file, from, to } of changes) {
    const text = texts.get(file) ?? '';
    const changed = text.replace(from, to);
    if (changed === text) throw new PackError(`${name}: ${file} has no ${String(from)}`);
    texts.set(file, changed);
  }
  return texts;
}
