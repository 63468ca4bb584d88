// Joins compiled scripts into one file per package, with one source map that leads back to the TypeScript.
import { HIDDEN_NAMES, SCOPE_NAMES } from '../../protocol';
import type { Diagnostic } from '../../protocol';
import type { CompiledScript, SourceMap } from './compile';

export interface IndexMap {
  version: 3;
  sections: { offset: { line: number; column: number }; map: SourceMap }[];
}

export interface Output {
  code: string;
  map: IndexMap;
}

/**
 * Shadowed by the parameters of every module: the loader passes the host's value, or nothing. The inner function lets a file declare
 * a variable of the same name.
 */
const PARAMETERS = ['require', 'module', 'exports', ...SCOPE_NAMES, ...HIDDEN_NAMES].join(', ');
const MODULES = '__preview.modules';

export class Emitter {
  private readonly lines: string[] = [];
  private readonly sections: IndexMap['sections'] = [];

  /** Plain code of the host. */
  push(code: string): void {
    for (const line of code.split('\n')) this.lines.push(line);
  }

  module(script: CompiledScript): void {
    const asyncTable =
      Object.keys(script.asyncRequires).length > 0 ? `, ${JSON.stringify(script.asyncRequires)}` : '';
    const code = script.code.trimEnd();
    const bytes = Buffer.byteLength(code);
    this.push(
      `${MODULES}.define(${JSON.stringify(script.file)}, ${bytes}, function (${PARAMETERS}) { return (function () {`,
    );
    this.sections.push({ offset: { line: this.lines.length, column: 0 }, map: script.map });
    this.push(code);
    // Ends the mapping of this file: what follows is the host's.
    this.sections.push({
      offset: { line: this.lines.length, column: 0 },
      map: { version: 3, sources: [], sourcesContent: [], mappings: '', names: [] },
    });
    this.push(`}).call(exports) }${asyncTable});`);
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
