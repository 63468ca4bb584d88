/** The project as TypeScript sees it: its own files with their types, and the declarations of packages. */
import { join, relative } from 'node:path';
import ts from 'typescript';
import { filesBelow } from './files';

export interface OwnProgram {
  checker: ts.TypeChecker;
  /** Files of `miniprogram/` and `typings/`, packed modules left out. */
  own: readonly ts.SourceFile[];
  /** Path of a file below the project, with forward slashes. */
  pathOf(file: ts.SourceFile): string;
}

export function programOf(root: string): OwnProgram {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = ['miniprogram', 'typings'].flatMap((folder) =>
    filesBelow(join(root, folder), '.ts').map((path) => join(root, folder, path)),
  );
  const isOwn = (path: string): boolean => isOwnPath(relative(root, path));
  const program = ts.createProgram(files.filter(isOwn), options, hostFor(options, isOwn));
  return {
    checker: program.getTypeChecker(),
    own: program.getSourceFiles().filter(({ fileName }) => isOwn(fileName)),
    pathOf: ({ fileName }) => relative(root, fileName).replaceAll('\\', '/'),
  };
}

function isOwnPath(path: string): boolean {
  return /^(miniprogram|typings)[/\\]/.test(path) && !path.includes('miniprogram_npm');
}

/** What the compiler and the packages bring along, by path: the same for every project that is looked at. */
const foreign = new Map<string, ts.SourceFile | undefined>();

function hostFor(options: ts.CompilerOptions, own: (path: string) => boolean): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...how) => {
    if (own(path)) return read(path, ...how);
    if (!foreign.has(path)) foreign.set(path, read(path, ...how));
    return foreign.get(path);
  };
  return host;
}
