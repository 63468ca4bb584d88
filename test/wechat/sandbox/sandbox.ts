/** A bare JavaScript engine, as the logic layer is on a phone: no browser, no Node, no `eval`, no `Intl`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script, type Context } from 'node:vm';
import { sandboxGlobals, type Recorder } from './globals';
import { resolveModule, type Layout } from './resolve';

interface Module {
  exports: unknown;
}

type Body = (require: Require, module: Module, exports: unknown) => void;

interface Require {
  (name: string): unknown;
  async(name: string): Promise<unknown>;
}

export class Sandbox {
  readonly recorder: Recorder = { registrations: [], calls: [], running: '' };
  private readonly context: Context;
  private readonly modules = new Map<string, Module>();

  /** @param wx takes the place of the recording `wx` */
  constructor(
    private readonly layout: Layout,
    wx?: object,
  ) {
    this.context = createContext(sandboxGlobals(this.recorder, wx), {
      codeGeneration: { strings: false, wasm: false },
    });
    this.run(
      'delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer',
      'prepare.js',
    );
  }

  /**
   * Loads a file, and by its requires all that it needs; each file runs once.
   * @param path below the layout's root, with `.js`
   * @returns what the file exports
   * @throws RequireError for a name that WeChat refuses, or what the body itself throws
   */
  load(path: string): unknown {
    const known = this.modules.get(path);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    this.modules.set(path, module);
    const source = readFileSync(join(this.layout.root, path), 'utf8');
    const body = this.run(`(function (require, module, exports) {${source}\n})`, path) as Body;
    const before = this.recorder.running;
    this.recorder.running = path;
    try {
      body(this.requireFrom(path), module, module.exports);
    } finally {
      this.recorder.running = before;
    }
    return module.exports;
  }

  /** Evaluates an expression inside the engine. */
  run(code: string, filename = 'sandbox.js'): unknown {
    return new Script(code, { filename }).runInContext(this.context);
  }

  /** Paths of all files that were loaded so far. */
  loaded(): string[] {
    return [...this.modules.keys()];
  }

  private requireFrom(from: string): Require {
    const require = (name: string): unknown => this.load(resolveModule(this.layout, from, name));
    const async = (name: string): Promise<unknown> =>
      Promise.resolve().then(() => this.load(resolveModule(this.layout, from, name, true)));
    return Object.assign(require, { async });
  }
}
