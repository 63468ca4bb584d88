/** Leaves in the modules of a ready-made package only the exports that others in the app use. */
import { build, transform, type Plugin } from 'esbuild';
import ts from 'typescript';
import type { ReadyMadePackage } from './ready-made';
import { PURE_CALLS } from './rules';
import { importsOf, union, type Names } from './uses';

/** By text and names: packages are read again for every project that is packed. */
const known = new Map<string, string>();

/**
 * Shakes the scripts that are reached from `roots`. A file that registers a component is needed whole, and so is one
 * that is no ES module.
 * @param uses names by path that the app's own code imports
 */
export async function shake(
  pack: ReadyMadePackage,
  roots: Iterable<string>,
  uses: ReadonlyMap<string, Names>,
): Promise<void> {
  const needed = new Map<string, Names>();
  const queue: string[] = [];
  const need = (path: string, names: Names): void => {
    const before = needed.get(path);
    const all = union(before, names);
    if (before !== undefined && sizeOf(before) === sizeOf(all)) return;
    needed.set(path, all);
    queue.push(path);
  };
  const files = pack.closure(roots);
  for (const path of files)
    if (path.endsWith('.js') && files.has(path.replace(/js$/, 'json'))) need(path, 'all');
  for (const [path, names] of uses) need(path, names);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const text = await shaken(pack, path, needed.get(path) ?? 'all');
    pack.replace(path, text);
    for (const { node, names } of importsOf(parsed(path, text))) {
      if (ts.isStringLiteral(node) && node.text.startsWith('.'))
        need(pack.moduleFrom(node.text, path), names);
    }
  }
}

function sizeOf(names: Names): number {
  return names === 'all' ? Infinity : names.size;
}

function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

async function shaken(pack: ReadyMadePackage, path: string, names: Names): Promise<string> {
  const text = pack.original(path);
  if (names === 'all' || !ts.isExternalModule(parsed(path, text))) return text;
  const spelt = withoutStars(pack, path, text).replace(PURE_CALLS, '$1/* @__PURE__ */$2');
  const wanted = [...names].sort().join(', ');
  const key = `${wanted}\0${spelt}`;
  const made = known.get(key) ?? (await shakenText(spelt, wanted));
  known.set(key, made);
  return made;
}

async function shakenText(text: string, wanted: string): Promise<string> {
  const options = { target: 'es2017', legalComments: 'none', charset: 'utf8', logLevel: 'silent' } as const;
  const result = await build({
    ...options,
    stdin: { contents: `export { ${wanted} } from 'module'` },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [alone(text)],
  });
  const bundled = result.outputFiles.map((file) => file.text).join('');
  // Read as TypeScript, imports that nothing uses any more go too.
  return (await transform(bundled, { ...options, loader: 'ts' })).code;
}

/** The one module's text; what it imports stays outside, and goes with the last use of it. */
function alone(contents: string): Plugin {
  return {
    name: 'one module alone',
    setup(builder) {
      builder.onResolve({ filter: /.*/ }, ({ path, importer }) =>
        importer === '<stdin>' ? { path, namespace: 'module' } : { path, external: true, sideEffects: false },
      );
      builder.onLoad({ filter: /.*/, namespace: 'module' }, () => ({ contents, loader: 'js' }));
    },
  };
}

/** Spells `export * from` out, since what is outside cannot be asked for its names. */
function withoutStars(pack: ReadyMadePackage, path: string, text: string): string {
  const file = parsed(path, text);
  const stars = file.statements.filter(
    (node): node is ts.ExportDeclaration => ts.isExportDeclaration(node) && node.exportClause === undefined,
  );
  return stars.reduceRight((result, node) => {
    if (node.moduleSpecifier === undefined || !ts.isStringLiteral(node.moduleSpecifier)) return result;
    const spec = node.moduleSpecifier.text;
    const names = exportNames(pack, pack.moduleFrom(spec, path)).filter((name) => name !== 'default');
    const spelt = `export { ${names.join(', ')} } from ${JSON.stringify(spec)};`;
    return `${result.slice(0, node.getStart(file))}${spelt}${result.slice(node.end)}`;
  }, text);
}

function exportNames(pack: ReadyMadePackage, path: string): string[] {
  const text = withoutStars(pack, path, pack.original(path));
  return parsed(path, text).statements.flatMap((node) => {
    if (ts.isExportAssignment(node)) return ['default'];
    if (ts.isExportDeclaration(node)) {
      const clause = node.exportClause;
      return clause !== undefined && ts.isNamedExports(clause)
        ? clause.elements.map(({ name }) => name.text)
        : [];
    }
    const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    return (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name !== undefined
      ? [node.name.text]
      : [];
  });
}
