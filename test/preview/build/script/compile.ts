// One project file → one CommonJS function body. Each file on its own, as WeChat does it: a file that mixes `import` with
// `module.exports` loads, and a file that does not compile takes nothing else down.
import { build } from 'esbuild';
import type { BuildFailure, Message, Plugin } from 'esbuild';
import type { PackageEntry } from '../../protocol';
import type { Finding } from '../diagnostics';
import type { Files } from '../files';
import { resolveScript } from './resolve';

export interface SourceMap {
  version: 3;
  sources: string[];
  sourcesContent: string[];
  mappings: string;
  names: string[];
}

export interface CompiledScript {
  file: string;
  code: string;
  map: SourceMap;
  /** Files it requires, resolved. */
  requires: string[];
  /** Files it loads by `require.async` or `require` with a callback, keyed by what is written. */
  asyncRequires: Record<string, string>;
  /** Something that it loads so does not exist, yet. */
  lacksAsync: boolean;
  /** Null when it compiled; otherwise `code` is empty. */
  fault: Finding | null;
}

const EMPTY_MAP: SourceMap = { version: 3, sources: [], sourcesContent: [], mappings: '', names: [] };
/** `require.async(path)` and its older form, `require(path, callback)`. */
const ASYNC = /\brequire(?:\.async\(\s*(['"])([^'"\n]+)\1\s*\)|\(\s*(['"])([^'"\n]+)\3\s*,)/g;

/** Not by `instanceof`: jest gives modules another `Error` than Node's own. */
const isBuildFailure = (error: unknown): error is BuildFailure =>
  typeof error === 'object' && error !== null && 'errors' in error;

function toFinding(file: string, message: Message | undefined): Finding {
  const line = message?.location?.line ?? 0;
  const column = (message?.location?.column ?? -1) + 1;
  return { source: 'script', file, line, column, text: message?.text ?? 'does not compile' };
}

/** Replaces every specifier by the file it names, or refuses it at its place in the source. */
function resolver(files: Files, packages: readonly PackageEntry[], from: string, requires: string[]): Plugin {
  return {
    name: 'wechat-loader',
    setup(setup) {
      setup.onResolve({ filter: /.*/ }, (args) => {
        if (args.kind === 'entry-point') return null;
        const found = resolveScript(files, packages, args.path, from);
        if ('refused' in found) return { errors: [{ text: found.refused }] };
        requires.push(found.file);
        return { path: found.file, external: true };
      });
    },
  };
}

function findAsync(
  files: Files,
  packages: readonly PackageEntry[],
  file: string,
  source: string,
): Pick<CompiledScript, 'asyncRequires' | 'lacksAsync'> {
  const asyncRequires: Record<string, string> = {};
  let lacksAsync = false;
  for (const [, , promised, , called] of source.matchAll(ASYNC)) {
    const specifier = promised ?? called ?? '';
    const found = resolveScript(files, packages, specifier, file, true);
    // What is not found is told to who asks for it, when it is asked for.
    if ('file' in found) asyncRequires[specifier] = found.file;
    else lacksAsync = true;
  }
  return { asyncRequires, lacksAsync };
}

/** Compiles one file. Never rejects for what the file says: see `fault`. */
export async function compileScript(
  files: Files,
  packages: readonly PackageEntry[],
  file: string,
): Promise<CompiledScript> {
  const source = files.read(file) ?? '';
  const requires: string[] = [];
  const later = findAsync(files, packages, file, source);
  try {
    const result = await build({
      entryPoints: [files.find(file) ?? file],
      bundle: true,
      write: false,
      format: 'cjs',
      target: 'es2022',
      charset: 'utf8',
      treeShaking: false,
      sourcemap: 'external',
      outdir: '/',
      logLevel: 'silent',
      // What is packed for WeChat knows no process; what is borrowed from node_modules may ask for it.
      define: files.borrows ? { 'process.env.NODE_ENV': '"development"' } : {},
      plugins: [resolver(files, packages, file, requires)],
    });
    const code = result.outputFiles.find((output) => output.path.endsWith('.js'))?.text ?? '';
    const map = result.outputFiles.find((output) => output.path.endsWith('.map'))?.text;
    const parsed = map === undefined ? EMPTY_MAP : (JSON.parse(map) as SourceMap);
    return { file, code, map: { ...parsed, sources: [file] }, requires, ...later, fault: null };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return {
      file,
      code: '',
      map: EMPTY_MAP,
      requires,
      ...later,
      fault: toFinding(file, error.errors[0]),
    };
  }
}
