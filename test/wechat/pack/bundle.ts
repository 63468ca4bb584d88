/** Bundles one npm module into one CommonJS file that runs in the bare logic layer. */
import { build, type Plugin } from 'esbuild';
import { manifestOf } from './packages';
import { MAIN_FIELDS, REPLACED } from './rules';
import { packageOf, type Names } from './uses';

export interface BundleInput {
  root: string;
  specifier: string;
  names: Names;
  /** Modules that have a file of their own in `miniprogram_npm`, so that each exists once. */
  packed: ReadonlySet<string>;
}

/**
 * Bundles `specifier`; what another packed file holds stays a bare `require`.
 * The text stays readable: WeChat minifies at upload, and minifying here as well changed that by less than 1 %.
 */
export async function bundle({ root, specifier, names, packed }: BundleInput): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    ...entry(root, specifier, names),
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2017',
    platform: 'browser',
    mainFields: MAIN_FIELDS[packageOf(specifier)] ?? ['browser', 'module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    treeShaking: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    plugins: [externals(specifier, packed), replacements],
  });
  return result.outputFiles.map((file) => file.text).join('');
}

/** A module without side effects exports only what is used: of valibot's 88 KB that leaves about 12. */
function entry(root: string, specifier: string, names: Names): object {
  if (names === 'all' || manifestOf(root, packageOf(specifier)).sideEffects !== false)
    return { entryPoints: [specifier] };
  const contents = `export { ${[...names].sort().join(', ')} } from ${JSON.stringify(specifier)}`;
  return { stdin: { contents, resolveDir: root, sourcefile: `uses of ${specifier}` } };
}

function externals(own: string, packed: ReadonlySet<string>): Plugin {
  return {
    name: 'packed modules stay outside',
    setup(builder) {
      builder.onResolve({ filter: /^[^./]/ }, ({ path }) =>
        path !== own && packed.has(path) ? { path, external: true } : undefined,
      );
    },
  };
}

const replacements: Plugin = {
  name: 'replacements for files that need a browser',
  setup(builder) {
    for (const { file, contents } of REPLACED)
      builder.onLoad({ filter: file }, () => ({ contents, loader: 'js' }));
  },
};
