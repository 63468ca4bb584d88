// The module registry of the logic layer: each file runs once, when it is first required, in a scope of its own.
import { HIDDEN_NAMES, SCOPE_NAMES } from '../protocol';
import type { Diagnostic, LoadedCode, PreviewBuildError, PreviewHost } from '../protocol';

interface ModuleObject {
  exports: unknown;
}

/** What a module sees as `require`; the build has resolved what is written there, unless there is a callback. */
interface RequireFunction {
  (file: string, callback?: Callback, failed?: Callback): unknown;
  async: (specifier: string) => Promise<unknown>;
}

type Callback = (value: unknown) => void;

/** What `require.async` rejects with. */
interface AsyncFailure {
  /** The module, as WeChat names it: from the root, with `.js`. */
  mod: string;
  errMsg: string;
}

const nameOf = (file: string): string => file.replace(/\.ts$/, '.js');

type ModuleFactory = (...values: unknown[]) => void;

interface Definition {
  factory: ModuleFactory;
  /** Of its compiled text. */
  bytes: number;
  /** What is written in `require.async`, or in `require` before a callback → file. */
  asyncTargets: Readonly<Record<string, string>>;
  loaded: { module: ModuleObject } | { error: unknown } | null;
}

export interface ModuleSettings {
  scope: PreviewHost['scope'];
  /** False: names that WeChat lacks are the browser's own. */
  strict: () => boolean;
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

  constructor(private readonly settings: ModuleSettings) {}

  /** @param bytes of the file's compiled text, without what the host wraps around it */
  define(
    file: string,
    bytes: number,
    factory: ModuleFactory,
    asyncTargets: Record<string, string> = {},
  ): void {
    this.definitions.set(file, { factory, bytes, asyncTargets, loaded: null });
  }

  /** A file that did not compile: whoever needs it gets this. */
  fail(file: string, diagnostic: Diagnostic): void {
    this.define(file, 0, () => {
      throw buildError(diagnostic);
    });
  }

  /** Runs a file for the first time or hands out what it exported. Throws what it throws, every time. */
  run(file: string): unknown {
    const definition = this.definitions.get(file);
    if (definition === undefined) throw new Error(`module '${file}' is not defined`);
    if (definition.loaded === null) this.execute(file, definition);
    const { loaded } = definition;
    if (loaded !== null && 'error' in loaded) throw loaded.error;
    return loaded?.module.exports;
  }

  private execute(file: string, definition: Definition): void {
    const module: ModuleObject = { exports: {} };
    this.executed.push({ file, bytes: definition.bytes });
    // Set first: modules that require each other see what was exported so far.
    definition.loaded = { module };
    try {
      definition.factory(this.requireFor(definition), module, module.exports, ...this.scopeValues());
    } catch (error) {
      definition.loaded = { error };
      throw error;
    }
  }

  private requireFor(definition: Definition): RequireFunction {
    const later = (specifier: string): Promise<unknown> =>
      this.runLater(specifier, definition.asyncTargets[specifier]);
    const load = (file: string, callback?: Callback, failed?: Callback): unknown => {
      if (typeof callback !== 'function') return this.run(file);
      later(file).then(callback, typeof failed === 'function' ? failed : warnOf);
      return undefined;
    };
    return Object.assign(load, { async: later });
  }

  /** Rejects with an `AsyncFailure` when the package does not come, and with what the module itself throws. */
  private async runLater(specifier: string, target: string | undefined): Promise<unknown> {
    const fail = (mod: string, errMsg: string): Promise<never> => {
      const failure: AsyncFailure = { mod, errMsg };
      // WeChat's is no Error either.
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

  /** In the order of the parameters that the build writes. */
  private scopeValues(): unknown[] {
    const given: Partial<Record<string, unknown>> = this.settings.scope();
    const own = SCOPE_NAMES.map((name) => (name in given ? given[name] : browserValue(name)));
    const hidden = HIDDEN_NAMES.map((name) => (this.settings.strict() ? undefined : browserValue(name)));
    return [...own, ...hidden];
  }
}

/** Nobody asked to be told that it failed. */
const warnOf = (failure: unknown): void => console.warn('[preview] require', failure);

const browserValue = (name: string): unknown => (globalThis as unknown as Record<string, unknown>)[name];
