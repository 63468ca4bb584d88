/** Bundles one npm module into one file that runs in the bare logic layer. */
import { build, transform, type BuildOptions, type Plugin, type StdinOptions } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { changed } from './change';
import { CHANGED, MAIN_FIELDS, RENAMED, REPLACED, SOURCES } from './rules';
import { mappedSources } from './source-map';
import { importsOf, packageOf, union, type Names } from './uses';

export interface BundleInput {
  root: string;
  specifier: string;
  names: Names;
  /** Modules that have a file of their own in `miniprogram_npm`, so that each exists once. */
  packed: ReadonlySet<string>;
}

export interface Bundle {
  /** An ES module, to be lowered, or ready CommonJS. */
  text: string;
  /** What it requires from other packed files, with the names it uses. */
  requires: ReadonlyMap<string, Names>;
  /** npm modules that were taken in, as they were named. */
  inlined: ReadonlySet<string>;
}

/** Bundles that were made, because each is asked for again whenever another one grows. */
const known = new Map<string, Promise<Bundle>>();

/** Name of the entry that exports the names in use. */
const USES = 'uses';

const COMMON: BuildOptions = {
  bundle: true,
  write: false,
  target: 'es2017',
  platform: 'browser',
  define: { 'process.env.NODE_ENV': '"production"' },
  treeShaking: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
  metafile: true,
};

/**
 * Bundles `specifier`; what another packed file holds stays a bare `require`. Of an ES module only the names in use
 * are left: of valibot's 88 KB that is about 12.
 * The text stays readable: WeChat minifies at upload, and minifying here as well changed that by less than 1 %.
 */
export function bundle(input: BundleInput): Promise<Bundle> {
  const { root, specifier, names, packed } = input;
  const key = JSON.stringify([
    root,
    specifier,
    names === 'all' ? names : [...names].sort(),
    [...packed].sort(),
  ]);
  const made = known.get(key) ?? bundled(input);
  known.set(key, made);
  return made;
}

async function bundled({ root, specifier, names, packed }: BundleInput): Promise<Bundle> {
  const inlined = new Set<string>();
  const options = {
    ...COMMON,
    absWorkingDir: root,
    mainFields: MAIN_FIELDS[packageOf(specifier)] ?? ['browser', 'module', 'main'],
    plugins: [sources(root), mappedSources(root), externals(specifier, packed, inlined), replacements],
  };
  const entries = names === 'all' ? { entryPoints: [specifier] } : { stdin: usesOf(root, specifier, names) };
  const module = await output({ ...options, ...entries, format: 'esm' });
  if (module.isCommonJs) {
    const { text } = await output({ ...options, entryPoints: [specifier], format: 'cjs' });
    return { text, inlined, requires: new Map(module.outside.map((name) => [name, 'all'])) };
  }
  // Not esbuild's own CommonJS, which has half a KB of wrappers. Read as TypeScript, imports that nothing uses go.
  const { code } = await transform(module.text, { target: 'es2017', charset: 'utf8', loader: 'ts' });
  const text = RENAMED[specifier]?.(code) ?? code;
  return { text, inlined, requires: importedNames(text) };
}

function usesOf(root: string, specifier: string, names: ReadonlySet<string>): StdinOptions {
  const contents = `export { ${[...names].sort().join(', ')} } from ${JSON.stringify(specifier)}`;
  return { contents, resolveDir: root, sourcefile: USES };
}

async function output(
  options: BuildOptions,
): Promise<{ text: string; isCommonJs: boolean; outside: string[] }> {
  const { outputFiles = [], metafile } = await build(options);
  const outputs = Object.values(metafile?.outputs ?? {});
  const entries = outputs
    .flatMap(({ entryPoint }) => entryPoint ?? [])
    .flatMap((path) =>
      path === USES ? (metafile?.inputs[path]?.imports.map((named) => named.path) ?? []) : path,
    );
  return {
    text: outputFiles.map((file) => file.text).join(''),
    isCommonJs: entries.some((path) => metafile?.inputs[path]?.format === 'cjs'),
    outside: outputs.flatMap(({ imports }) =>
      imports.flatMap(({ path, external }) => (external ? path : [])),
    ),
  };
}

/** A bundle may name a module more than once, in the statements of each file that went into it. */
function importedNames(code: string): Map<string, Names> {
  const file = ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true);
  const found = new Map<string, Names>();
  for (const { node, names } of importsOf(file))
    if (ts.isStringLiteral(node)) found.set(node.text, union(found.get(node.text), names));
  return found;
}

function sources(root: string): Plugin {
  return {
    name: 'sources of packages',
    setup(builder) {
      for (const [name, file] of Object.entries(SOURCES))
        builder.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
          path: join(root, 'node_modules', name, file),
        }));
    },
  };
}

function externals(own: string, packed: ReadonlySet<string>, inlined: Set<string>): Plugin {
  return {
    name: 'packed modules stay outside',
    setup(builder) {
      builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (path === own || kind === 'entry-point') return undefined;
        if (packed.has(path)) return { path, external: true };
        inlined.add(path);
        return undefined;
      });
    },
  };
}

const replacements: Plugin = {
  name: 'replacements for files that need a browser',
  setup(builder) {
    for (const { file, contents } of REPLACED)
      builder.onLoad({ filter: file }, () => ({ contents, loader: 'js' }));
    for (const { file, changes } of CHANGED)
      builder.onLoad({ filter: file }, ({ path }) => ({
        contents: changes.reduce((text, change) => changed(path, text, change), readFileSync(path, 'utf8')),
        loader: 'js',
      }));
  },
};
