// The app as one TypeScript program, from the disk or (for planted cases) from memory, and what each file is.
import path from 'node:path';
import ts from 'typescript';

export interface AppProgram {
  program: ts.Program;
  checker: ts.TypeChecker;
  /** Folder that holds `miniprogram` and `typings`. */
  root: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  noResolve: false,
  skipLibCheck: true,
};

/** As much of the standard library as planted cases need. */
const LIBRARY = `
  interface Array<T> { length: number; map<U>(f: (row: T) => U): U[]; [n: number]: T }
  type Pick<T, K extends keyof T> = { [P in K]: T[P] };`;

const made = (program: ts.Program, root: string): AppProgram => ({
  program,
  checker: program.getTypeChecker(),
  root,
});

/** The program that the root `tsconfig.json` describes. */
export function appProgram(root: string): AppProgram {
  const file = path.join(root, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  // The phone's own types are large, and hold no field of a reply; comments hold none either.
  const lean = { ...options, types: [] };
  const host = ts.createCompilerHost(lean);
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  return made(ts.createProgram(fileNames, lean, host), root);
}

/** A program of `texts` by path (`miniprogram/pages/a.ts`), and of nothing else: no library, no disk. */
export function memoryProgram(texts: Record<string, string>): AppProgram {
  const root = '/app';
  const files = new Map(Object.entries(texts).map(([name, text]) => [`${root}/${name}`, text]));
  const library = `${root}/lib.d.ts`;
  files.set(library, LIBRARY);
  const host: ts.CompilerHost = {
    getSourceFile(name, language) {
      const text = files.get(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, language, true);
    },
    getDefaultLibFileName: () => library,
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => files.has(name),
    readFile: (name) => files.get(name),
    directoryExists: (name) => [...files.keys()].some((file) => file.startsWith(`${name}/`)),
    writeFile: () => undefined,
  };
  return made(ts.createProgram([...files.keys()], { ...OPTIONS, types: [] }, host), root);
}

/** Path from the root with `/`, or `undefined` for files of others. */
export function pathIn({ root }: AppProgram, { fileName }: ts.SourceFile): string | undefined {
  if (!fileName.startsWith(root)) return undefined;
  const name = fileName.slice(root.length + 1);
  return name.startsWith('miniprogram/') || name.startsWith('typings/') ? name : undefined;
}

/** `typings`: what replies are made of. `schema`, `edge`: what decodes and what calls. `app`: everything behind. */
export type FileKind = 'typings' | 'schema' | 'edge' | 'app';

export function kindOf(name: string): FileKind {
  if (name.startsWith('typings/')) return 'typings';
  if (/\/api\/(.*\/)?schema(\/|-run\.ts$|\.ts$)/.test(name)) return 'schema';
  return /^miniprogram\/(packages\/[^/]+\/)?api\//.test(name) ? 'edge' : 'app';
}

/** Wrappers: one function an endpoint; they name the schema of each reply. */
export const isWrapper = (name: string): boolean =>
  /^miniprogram\/api\/[^/]+\/[^/]+\.ts$/.test(name) ||
  /^miniprogram\/packages\/[^/]+\/api\/[^/]+\.ts$/.test(name);
