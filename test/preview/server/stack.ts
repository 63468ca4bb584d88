// Turns positions of generated scripts in a stack into positions of the sources, and names the place in a template
// where a component is drawn.
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import type { Files } from '../build/files';
import { placeOf } from '../build/diagnostics';

/** The generated script's map by its URL path (`/@build/main.js`), or null. */
export type MapLookup = (url: string) => unknown;

const PLACE = /(?:https?:\/\/[^/\s)]+)(\/@build\/[^\s:)?]+)(?:\?[^\s:)]*)?:(\d+):(\d+)/g;

/** The stack with every place in a generated script replaced by `file:line:column` of its source. */
export function mapStack(stack: string, lookup: MapLookup): string {
  const maps = new Map<string, SourceMap | null>();
  return stack.replace(PLACE, (whole, url: string, line: string, column: string) => {
    if (!maps.has(url)) {
      const payload = lookup(url);
      maps.set(url, payload === null ? null : new SourceMap(payload as SourceMapPayload));
    }
    const entry = maps.get(url)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return whole;
    return `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** A last line for a stack: `    in <my-card> (pages/a/a.wxml:3:5)`; '' when the template does not say. @param drawn as the client sent it */
export function templateLine(files: Files, drawn: unknown): string {
  const { tag, owner } = (drawn ?? {}) as { tag?: unknown; owner?: unknown };
  if (typeof tag !== 'string' || typeof owner !== 'string' || owner.split('/').includes('..')) return '';
  const file = `${owner}.wxml`;
  const { line, column } = placeOf(files.read(file), `<${tag}`);
  return line === 0 ? '' : `\n    in <${tag}> (${file}:${line}:${column})`;
}
