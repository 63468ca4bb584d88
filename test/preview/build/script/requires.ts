// What a module requires, as far as its text says it: found while it is built, so that it can be packed; refused when it runs.
import type { Finding } from '../diagnostics';
import type { Files } from '../files';
import { resolveScript, type Layout } from './resolve';

export interface Requires {
  /** What is written in `require` → the file that it names. */
  requires: Record<string, string>;
  /** For each specifier that may not be required, the reason. */
  refused: Record<string, Finding>;
  /** Files it loads by `require.async` or `require` with a callback, keyed by what is written. */
  later: Record<string, string>;
  /** A file that it loads in this way does not exist (yet). */
  lacksLater: boolean;
  /** It computes at run time what it requires. */
  computes: boolean;
}

/** As the compiler prints it: double quotes unless the text has some. */
const REQUIRED = /\brequire\((["'`])([^"'`\\\n$]+)\1\)/g;
const COMPUTED = /\brequire\((?!["'`)])|\brequire\(`[^`]*\$\{/;
/** `require.async(path)` and its older form, `require(path, callback)`. */
const LATER = /\brequire(?:\.async\(\s*(['"])([^'"\n]+)\1\s*\)|\(\s*(['"])([^'"\n]+)\3\s*,)/g;

/** Where a specifier stands in the source, 1-based. */
function placeIn(source: string, specifier: string): { line: number; column: number } {
  const at = ['"', "'", '`']
    .map((quote) => source.indexOf(`${quote}${specifier}${quote}`))
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)[0];
  if (at === undefined) return { line: 0, column: 0 };
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** @param text the file as it is written, and as the compiler printed it */
export function findRequires(
  files: Files,
  layout: Layout,
  file: string,
  { source, code }: { source: string; code: string },
): Requires {
  const found: Requires = {
    requires: {},
    refused: {},
    later: {},
    lacksLater: false,
    computes: COMPUTED.test(code),
  };
  for (const [, , specifier = ''] of code.matchAll(REQUIRED)) {
    if (specifier in found.requires || specifier in found.refused) continue;
    const resolution = resolveScript(files, layout, specifier, file);
    if ('file' in resolution) found.requires[specifier] = resolution.file;
    else
      found.refused[specifier] = {
        severity: 'warning',
        source: 'script',
        file,
        ...placeIn(source, specifier),
        text: resolution.refused,
      };
  }
  for (const [, , promised, , called] of source.matchAll(LATER)) {
    const specifier = promised ?? called ?? '';
    const resolution = resolveScript(files, layout, specifier, file, true);
    // A file that is not found is reported only when the program asks for it.
    if ('file' in resolution) found.later[specifier] = resolution.file;
    else found.lacksLater = true;
  }
  return found;
}
