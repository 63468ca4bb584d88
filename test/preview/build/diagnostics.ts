// Collects what the developer must see, with the lines of source around each place.
import type { Diagnostic } from '../protocol';
import type { Files } from './files';

/** What a reporter knows; the frame is added here. Line and column are 1-based, 0 for "all of it". */
export interface Finding {
  severity?: Diagnostic['severity'];
  source: Diagnostic['source'];
  file: string;
  line?: number;
  column?: number;
  text: string;
  code?: string;
}

const LINES_AROUND = 2;

/** The lines around a place, numbered, with a caret below the column. */
export function codeFrame(source: string, line: number, column: number): string {
  if (line < 1) return '';
  const lines = source.split('\n');
  const first = Math.max(1, line - LINES_AROUND);
  const last = Math.min(lines.length, line + LINES_AROUND);
  const width = String(last).length;
  const out: string[] = [];
  for (let n = first; n <= last; n++) {
    out.push(`${n === line ? '>' : ' '} ${String(n).padStart(width)} | ${lines[n - 1] ?? ''}`);
    if (n === line && column > 0) out.push(`  ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`);
  }
  return out.join('\n');
}

/** Where `needle` first stands in the text; 0, 0 when it does not. */
export function placeOf(source: string | null, needle: string): { line: number; column: number } {
  const at = source?.indexOf(needle) ?? -1;
  if (source === null || at < 0) return { line: 0, column: 0 };
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before[before.length - 1] ?? '').length + 1 };
}

/** One line for a terminal: `pages/a/a.wxml:3:5 error text`. */
export function describe(diagnostic: Diagnostic): string {
  const { file, line, column, severity, text } = diagnostic;
  return `${file}${line > 0 ? `:${line}` : ''}${line > 0 && column > 0 ? `:${column}` : ''} ${severity} ${text}`;
}

export class Diagnostics {
  readonly list: Diagnostic[] = [];

  constructor(private readonly files: Files) {}

  /** Adds one finding and returns it in full, for those who hand it on to the page. */
  add(finding: Finding): Diagnostic {
    const { severity = 'error', line = 0, column = 0 } = finding;
    const frame = line > 0 ? codeFrame(this.files.read(finding.file) ?? '', line, column) : '';
    const { source, file, text, code } = finding;
    const diagnostic = {
      severity,
      source,
      file,
      line,
      column,
      text,
      frame,
      ...(code === undefined ? {} : { code }),
    };
    const known = this.list.find(
      (d) => d.file === file && d.line === line && d.column === column && d.text === text,
    );
    if (known === undefined) this.list.push(diagnostic);
    return known ?? diagnostic;
  }

  /** Adds a finding placed at the first `needle` of the file. */
  addAt(needle: string, finding: Finding): Diagnostic {
    return this.add({ ...finding, ...placeOf(this.files.read(finding.file), needle) });
  }
}
