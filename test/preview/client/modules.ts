// The module registry of the logic layer: each file runs once, when it is first required, in a scope of its own.
import { candidates, nameOf, pathOf } from '../protocol';
import type { Diagnostic, LoadedCode, ModuleFacts, PreviewBuildError, ProgramGlobals } from '../protocol';
import { sharedValues } from './globals';

interface ModuleObject {
  exports: unknown;
}

/** What a module sees as `require`. With a callback it is the older form of `require.async`. */
interface RequireFunction {
  (specifier: string, callback?: Callback, failed?: Callback): unknown;
  async: (specifier: string) => Promise<unknown>;
}

type Callback = (value: unknown) => void;

/** What `require.async` rejects with. */
interface AsyncFailure {
  /** The module, as WeChat names it: from the root, with `.js`. */
  mod: string;
  errMsg: string;
}

/** Gives the text of the file as a function, in which the three are parameters. */
type ModuleFactory = (
  require: RequireFunction,
  module: ModuleObject,
  exports: unknown,
) => (this: undefined) => void;

type Define = (file: string, bytes: number, factory: ModuleFactory, facts?: ModuleFacts) => void;
type Fail = (file: string, diagnostic: Diagnostic) => void;
/** Defines the modules of a package, around which stand the names that they share. */
type OpenPackage = (define: Define, fail: Fail, ...shared: unknown[]) => void;

interface Definition {
  file: string;
  /** UTF-8 bytes of its compiled text, without what the host wraps around it. */
  bytes: number;
  factory: ModuleFactory;
  facts: ModuleFacts;
  loaded: { module: ModuleObject } | { error: unknown } | null;
}

export interface ModuleSettings {
  /** The global object of the program; asked for when the first file runs. */
  scope: () => ProgramGlobals;
  /** Fetches the subpackage that a file lies in; resolves at once for the main package. */
  loadPackageOf: (file: string) => Promise<void>;
}

function buildError(diagnostic: Diagnostic): PreviewBuildError {
  const { file, line, column, text } = diagnostic;
  const message = `${file}:${line}:${column} ${text}`;
  return Object.assign(new Error(message), { name: 'PreviewBuildError' as const, diagnostic });
}

export class Modules {
  /** Files that have run, in that order; one that threw has run as well. */
  readonly executed: LoadedCode['executed'] = [];
  private readonly definitions = new Map<string, Definition>();
  /**
   * Packages whose modules are not defined yet: that is done when one of them is first required, because the global
   * object does not exist before.
   */
  private readonly closed: OpenPackage[] = [];
  private shared: readonly unknown[] | null = null;

  constructor(private readonly settings: ModuleSettings) {}

  /** What the script of a package calls. */
  package(open: OpenPackage): void {
    this.closed.push(open);
  }

  /** Runs a file for the first time or hands out what it exported. Throws what it throws, every time. */
  run(file: string): unknown {
    const definition = this.opened.get(file);
    if (definition === undefined) throw new Error(`module '${file}' is not defined`);
    if (definition.loaded === null) this.execute(definition);
    const { loaded } = definition;
    if (loaded !== null && 'error' in loaded) throw loaded.error;
    return loaded?.module.exports;
  }

  private get opened(): ReadonlyMap<string, Definition> {
    for (let open = this.closed.shift(); open !== undefined; open = this.closed.shift()) {
      this.shared ??= sharedValues(this.settings.scope());
      open(this.define, this.fail, ...this.shared);
    }
    return this.definitions;
  }

  private readonly define: Define = (file, bytes, factory, facts = {}) => {
    this.definitions.set(file, { file, bytes, factory, facts, loaded: null });
  };

  /** Defines a file that did not compile: whoever requires it gets this error. */
  private readonly fail: Fail = (file, diagnostic) =>
    this.define(file, 0, () => {
      throw buildError(diagnostic);
    });

  private execute(definition: Definition): void {
    const { file, bytes, factory } = definition;
    const module: ModuleObject = { exports: {} };
    this.executed.push({ file, bytes });
    // Set first: modules that require each other see what was exported so far.
    definition.loaded = { module };
    try {
      factory(this.requireFor(definition), module, module.exports).call(undefined);
    } catch (error) {
      definition.loaded = { error };
      throw error;
    }
  }

  private requireFor(definition: Definition): RequireFunction {
    const later = (specifier: string): Promise<unknown> =>
      this.runLater(specifier, definition.facts.later?.[specifier]);
    const load = (specifier: string, callback?: Callback, failed?: Callback): unknown => {
      if (typeof callback !== 'function') return this.run(this.find(definition, specifier));
      later(specifier).then(callback, typeof failed === 'function' ? failed : warnOf);
      return undefined;
    };
    return Object.assign(load, { async: later });
  }

  /** Throws in WeChat's words when there is no such module, and says why as far as the build knows. */
  private find({ file, facts }: Definition, specifier: unknown): string {
    const written = String(specifier);
    const found =
      facts.requires?.[written] ??
      (facts.refused?.[written] === undefined
        ? candidates(file, written).find((candidate) => this.opened.has(candidate))
        : undefined);
    if (found !== undefined) return found;
    const why = facts.refused?.[written];
    throw new Error(
      `module '${nameOf(pathOf(file, written))}' is not defined, require args is '${written}'` +
        (why === undefined ? '' : `\n${why}`),
    );
  }

  /** Rejects with an `AsyncFailure` when the package does not come, and with what the module itself throws. */
  private async runLater(specifier: string, target: string | undefined): Promise<unknown> {
    const fail = (mod: string, errMsg: string): Promise<never> => {
      const failure: AsyncFailure = { mod, errMsg };
      // Rejects with a plain object, as WeChat does.
      return Promise.reject(failure);
    };
    if (target === undefined) return fail(specifier, `module '${specifier}' is not defined`);
    try {
      await this.settings.loadPackageOf(target);
    } catch (error) {
      return fail(nameOf(target), error instanceof Error ? error.message : String(error));
    }
    return this.run(target);
  }
}

/** For a `require` with a callback but without one for failures. */
const warnOf = (failure: unknown): void => console.warn('[preview] require', failure);
