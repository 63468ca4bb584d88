// The global names of a module: which of them the host gives it, and how the others are looked up.
import { LANGUAGE_NAMES, SCOPE_NAMES, WRITTEN } from '../../protocol';

const IDENTIFIER = /[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

/** Keywords, and names that every module has of its own. */
const NO_GLOBALS = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static ' +
    'super switch this throw true try typeof var void while with yield async of get set arguments require module exports'
  ).split(' '),
);
const ALLOWED: ReadonlySet<string> = new Set([...LANGUAGE_NAMES, ...SCOPE_NAMES]);

/**
 * Takes every word of the source; the compiler finds out which of them are free names.
 * @returns what it puts in place of a name, wherever the file does not declare that name itself
 */
export function replacementsIn(source: string): Record<string, string> {
  const words = new Set(source.match(IDENTIFIER));
  const define: Record<string, string> = { this: WRITTEN.root };
  for (const word of words)
    if (!NO_GLOBALS.has(word) && !ALLOWED.has(word)) define[word] = `${WRITTEN.free}.${word}`;
  return define;
}

const { free, type } = WRITTEN;
const TYPEOF = new RegExp(
  `\\btypeof \\${free}(?=\\.[\\p{ID_Continue}$]+(?![\\p{ID_Continue}$]|\\s*(?:[.[(\`]|\\?\\.)))`,
  'gu',
);

/** Lets `typeof` read a name that does not exist, as the language allows. Positions in the code stay the same. */
export const askQuietly = (code: string): string => code.replace(TYPEOF, `typeof ${type}`);
