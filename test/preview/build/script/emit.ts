// Joins compiled scripts into one file per package, with one source map that leads back to the TypeScript.
import type { Diagnostic, ModuleFacts } from '../../protocol';
import type { CompiledScript, SourceMap } from './compile';

export interface IndexMap {
  version: 3;
  sections: { offset: { line: number; column: number }; map: SourceMap }[];
}

export interface Output {
  code: string;
  map: IndexMap;
}

const MODULES = '__preview.modules';

export class Emitter {
  private readonly lines: string[] = [];
  private readonly sections: IndexMap['sections'] = [];

  /** Plain code of the host. */
  push(code: string): void {
    for (const line of code.split('\n')) this.lines.push(line);
  }

  /** The inner function lets a file declare a variable of the name of a parameter. */
  module(script: CompiledScript): void {
    const code = script.code.trimEnd();
    const parameters = ['require', 'module', 'exports', ...script.given].join(', ');
    this.push(
      `${MODULES}.define(${JSON.stringify(script.file)}, ${JSON.stringify(factsOf(script, code))}, ` +
        `function (${parameters}) { return (function () {`,
    );
    this.sections.push({ offset: { line: this.lines.length, column: 0 }, map: script.map });
    this.push(code);
    // Ends the mapping of this file: what follows is the host's.
    this.sections.push({
      offset: { line: this.lines.length, column: 0 },
      map: { version: 3, sources: [], sourcesContent: [], mappings: '', names: [] },
    });
    this.push('}).call(this) });');
  }

  /** A file that did not compile: whoever requires it gets the diagnostic thrown at them. */
  fault(file: string, diagnostic: Diagnostic): void {
    this.push(`${MODULES}.fail(${JSON.stringify(file)}, ${JSON.stringify(diagnostic)});`);
  }

  finish(mapUrl: string): Output {
    return {
      code: `${this.lines.join('\n')}\n//# sourceMappingURL=${mapUrl}\n`,
      map: { version: 3, sections: this.sections },
    };
  }
}

const filled = <T extends object>(name: string, table: T): Record<string, T> =>
  Object.keys(table).length > 0 ? { [name]: table } : {};

/** What is empty is left out: there is one of these for each module. */
function factsOf({ given, strict, requires, refused, later }: CompiledScript, code: string): ModuleFacts {
  const reasons = Object.fromEntries(Object.entries(refused).map(([written, { text }]) => [written, text]));
  return {
    bytes: Buffer.byteLength(code),
    ...(strict ? {} : { sloppy: true }),
    ...filled('given', given),
    ...filled('requires', requires),
    ...filled('refused', reasons),
    ...filled('later', later),
  };
}
