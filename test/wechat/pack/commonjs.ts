/** Ready-made packages ship ES modules; the logic layer, the preview and the tests load CommonJS. */
import ts from 'typescript';
import { lower } from '../build/lower';

/** By text: packages are read again for every project that is packed. */
const known = new Map<string, string>();

/** Turns an ES module into CommonJS, leaving any other script as it is. */
export function toCommonJs(path: string, text: string): string {
  const made = known.get(text) ?? commonJsOf(path, text);
  known.set(text, made);
  return made;
}

function commonJsOf(path: string, text: string): string {
  if (!ts.isExternalModule(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))) return text;
  return lower(path, text).code;
}
