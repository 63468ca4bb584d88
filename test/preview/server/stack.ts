// Turns positions of generated scripts in a stack into positions of the sources.
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';

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
