// One project file → one CommonJS function body. Each file on its own, as WeChat does it: a file that mixes `import`
// with `module.exports` loads, and a file that does not compile takes nothing else down. Faults that a phone notices
// only when it runs a line (an assignment to a constant, a module that does not exist) are thrown at that line here
// too.
import { build } from 'esbuild';
import type { BuildFailure, Message } from 'esbuild';
import type { Finding } from '../diagnostics';
import type { Files } from '../files';
import { withoutHelpers } from './helpers';
import { askQuietly, replacementsIn } from './names';
import { findRequires, type Requires } from './requires';
import type { Layout } from './resolve';
import { ownThis } from './sloppy';

export interface SourceMap {
  version: 3;
  sources: string[];
  sourcesContent: string[];
  mappings: string;
  names: string[];
}

export interface CompiledScript extends Requires {
  file: string;
  code: string;
  map: SourceMap;
  strict: boolean;
  /** Null when it compiled; otherwise `code` is empty. */
  fault: Finding | null;
}

const EMPTY_MAP: SourceMap = { version: 3, sources: [], sourcesContent: [], mappings: '', names: [] };

/** Not by `instanceof`: jest gives modules another `Error` than Node's own. */
const isBuildFailure = (error: unknown): error is BuildFailure =>
  typeof error === 'object' && error !== null && 'errors' in error;

function toFinding(file: string, message: Message | undefined): Finding {
  const line = message?.location?.line ?? 0;
  const column = (message?.location?.column ?? -1) + 1;
  return { source: 'script', file, line, column, text: message?.text ?? 'does not compile' };
}

interface Translated {
  code: string;
  map: SourceMap;
}

/** The last of each file, by its path on disk and in the program: previews of one process mostly show the same program. */
const known = new Map<string, { source: string; translated: Translated }>();

/** Rejects with a `BuildFailure` for a syntax error. */
async function translate(files: Files, file: string, source: string): Promise<Translated> {
  const entry = files.find(file) ?? file;
  const key = `${entry}\0${file}`;
  const before = known.get(key);
  if (before?.source === source) return before.translated;
  const translated = await translateAnew(entry, file, source);
  known.set(key, { source, translated });
  return translated;
}

async function translateAnew(entry: string, file: string, source: string): Promise<Translated> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: false,
    write: false,
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    treeShaking: false,
    sourcemap: 'external',
    outdir: '/',
    logLevel: 'silent',
    define: replacementsIn(source),
  });
  const text = (end: string): string | undefined =>
    outputFiles.find((output) => output.path.endsWith(end))?.text;
  const map = text('.map');
  return {
    code: text('.js') ?? '',
    map: map === undefined ? EMPTY_MAP : { ...(JSON.parse(map) as SourceMap), sources: [file] },
  };
}

/** Compiles one file. A fault of the file is in `fault` and never rejects. */
export async function compileScript(files: Files, layout: Layout, file: string): Promise<CompiledScript> {
  const source = files.read(file) ?? '';
  try {
    const { code: translated, map } = await translate(files, file, source);
    const code = withoutHelpers(ownThis(askQuietly(translated)));
    return {
      file,
      code,
      map,
      strict: code.startsWith('"use strict"'),
      ...findRequires(files, layout, file, { source, code }),
      fault: null,
    };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return {
      file,
      code: '',
      map: EMPTY_MAP,
      strict: true,
      requires: {},
      refused: {},
      later: {},
      lacksLater: false,
      computes: false,
      fault: toFinding(file, error.errors[0]),
    };
  }
}
