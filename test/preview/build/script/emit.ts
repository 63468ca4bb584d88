// Joins compiled scripts into one file per package, with one source map that leads back to the TypeScript.
import { candidates, SHARED_NAMES, SLOPPY } from '../../protocol';
import type { Diagnostic, ModuleFacts } from '../../protocol';
import { SHARED_HELPERS } from './helpers';
import type { CompiledScript, SourceMap } from './compile';

export interface IndexMap {
  version: 3;
  sections: { offset: { line: number; column: number }; map: SourceMap }[];
}

export interface Output {
  code: string;
  map: IndexMap;
}

/** In brackets, so that an engine compiles the function at once instead of parsing it twice. */
const BEGIN = `__preview.modules.package(((define, fail, ${SHARED_NAMES.join(', ')}) => { ${SHARED_HELPERS}`;
const END = '}));';

/** Gives a module that is not strict its own values of the shared names, because its `this` is the global object. */
const sloppyNames = (code: string): string =>
  Object.entries(SLOPPY)
    .filter(([name]) => code.includes(name))
    .map(([name, other]) => `,${name}=${other}`)
    .join('');

export class Emitter {
  private readonly lines: string[] = [BEGIN];
  private readonly sections: IndexMap['sections'] = [];

  /** @param exists whether a file is one of the program's modules, of whichever package */
  constructor(private readonly exists: (file: string) => boolean) {}

  /** After the last module. */
  endModules(): void {
    this.lines.push(END);
  }

  /** Plain code of the host. */
  push(code: string): void {
    for (const line of code.split('\n')) this.lines.push(line);
  }

  /**
   * The inner function lets a file declare a variable of the name of a parameter. There is one of these heads for each module.
   * Both are in brackets as `BEGIN` is.
   */
  module(script: CompiledScript): void {
    const code = script.code.trimEnd();
    const own = script.strict ? '' : sloppyNames(code);
    const bytes = Buffer.byteLength(code);
    this.push(`define(${JSON.stringify(script.file)},${bytes},((require,module,exports${own})=>(function(){`);
    this.sections.push({ offset: { line: this.lines.length, column: 0 }, map: script.map });
    this.push(code);
    // Ends the mapping of this file: the code that follows is the host's.
    this.sections.push({
      offset: { line: this.lines.length, column: 0 },
      map: { version: 3, sources: [], sourcesContent: [], mappings: '', names: [] },
    });
    const facts = JSON.stringify(this.factsOf(script));
    this.push(facts === '{}' ? '})));' : `})),${facts});`);
  }

  /** A file that did not compile: whoever requires it gets the diagnostic thrown at them. */
  fault(file: string, diagnostic: Diagnostic): void {
    this.push(`fail(${JSON.stringify(file)}, ${JSON.stringify(diagnostic)});`);
  }

  finish(mapUrl: string): Output {
    return {
      code: `${this.lines.join('\n')}\n//# sourceMappingURL=${mapUrl}\n`,
      map: { version: 3, sections: this.sections },
    };
  }

  /** Leaves out what is empty, and files that can be found by their names alone. */
  private factsOf({ file, requires, refused, later }: CompiledScript): ModuleFacts {
    const odd = Object.entries(requires).filter(
      ([written, target]) => candidates(file, written).find(this.exists) !== target,
    );
    const reasons = Object.entries(refused).map(([written, { text }]) => [written, text] as const);
    return {
      ...filled('requires', Object.fromEntries(odd)),
      ...filled('refused', Object.fromEntries(reasons)),
      ...filled('later', later),
    };
  }
}

const filled = <T extends object>(name: string, table: T): Record<string, T> =>
  Object.keys(table).length > 0 ? { [name]: table } : {};
