// Runs the files of the mini program: all at start, or with `lazyCodeLoading` when a page that needs them is first opened.
import type { SetupConfig } from '../../protocol';
import type { NetworkType } from '../ports/values';
import type { Registry } from '../registration/registry';

export interface CodeFault {
  /** Code path of the file that failed. */
  path: string;
  error: unknown;
}

export interface Loader {
  add(path: string, run: () => void): void;
  /** Brings the packages that a page needs. Rejects when one cannot be fetched. */
  fetch(route: string): Promise<void>;
  /** Runs what a page needs, which has been fetched. @returns the faults of its files, empty when it is sound */
  run(route: string): CodeFault[];
  /** Without lazy loading: every file that is there and has not run. */
  runAll(): void;
  /** The same for a component that a page asks for while it is open. Rejects when its package cannot be fetched. */
  ensureComponent(path: string): Promise<CodeFault[]>;
}

export interface LoaderDeps {
  config: SetupConfig;
  registry: Registry;
  network(): NetworkType;
  onFault(fault: CodeFault): void;
  /** Called when a component of a faulty file is drawn. */
  onFaultDrawn(fault: CodeFault, instance: unknown): void;
}

export function createLoader({ config, registry, network, onFault, onFaultDrawn }: LoaderDeps): Loader {
  const scripts = new Map<string, () => void>();
  const done = new Set<string>();
  const faults = new Map<string, CodeFault>();

  const fail = (path: string, error: unknown): void => {
    const fault = { path, error };
    faults.set(path, fault);
    onFault(fault);
    registry.registerEmpty(path, (instance) => onFaultDrawn(fault, instance));
  };
  const runFile = (path: string): void => {
    const script = scripts.get(path);
    if (done.has(path)) return;
    done.add(path);
    if (!script) return fail(path, new Error(`${path}.js is missing`));
    try {
      if (!registry.run(path, script))
        fail(path, new Error(`${path}.js calls neither Component() nor Page()`));
    } catch (error) {
      fail(path, error);
    }
  };
  const fetchPackages = async (paths: readonly string[]): Promise<void> => {
    const roots = new Set(paths.map((path) => config.comps[path]?.package ?? ''));
    await Promise.all([...roots].filter((root) => root !== '').map((root) => config.loadPackage(root)));
  };
  const neededBy = (path: string): readonly string[] => config.requires[path] ?? [path];
  const runFiles = (paths: readonly string[]): CodeFault[] => {
    if (!config.lazy) runAll();
    for (const path of paths) runFile(path);
    return paths.flatMap((path) => faults.get(path) ?? []);
  };
  /**
   * Fetches packages without running them. A failure is ignored here: when the package is needed it is fetched again.
   */
  const preload = (route: string): void => {
    for (const { root, network: wanted } of config.preload[route] ?? []) {
      if (wanted === 'all' || network() === 'wifi') config.fetchPackage(root).catch(() => undefined);
    }
  };
  const runAll = (): void => {
    for (const path of scripts.keys()) runFile(path);
  };

  return {
    add: (path, run) => void scripts.set(path, run),
    fetch: (route) => fetchPackages(neededBy(route)),
    run(route) {
      const found = runFiles(neededBy(route));
      preload(route);
      return found;
    },
    runAll,
    async ensureComponent(path) {
      await fetchPackages([path]);
      return runFiles(neededBy(path));
    },
  };
}
