// Reads JSON as strictly as WeChat's tools do: a comment or a trailing comma is error 10006.
import { transformSync } from 'esbuild';
import type { TransformFailure } from 'esbuild';
import type { Diagnostics } from '../diagnostics';
import type { Files } from '../files';

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The strings of an array; anything else is left out. */
export const stringsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** The entries of an object whose values are strings. */
export const stringMap = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(
      (e): e is [string, string] => typeof e[1] === 'string',
    ),
  );

/** The object in `file`; null when there is no file, or when it is faulty (which is reported). */
export function readJson(files: Files, diagnostics: Diagnostics, file: string): JsonObject | null {
  const text = files.read(file);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
    diagnostics.add({ source: 'json', file, line: 1, text: 'must be an object', code: '10006' });
  } catch (error) {
    diagnostics.add({ source: 'json', file, code: '10006', ...locate(text, error) });
  }
  return null;
}

/** Not by `instanceof`: jest gives modules another `Error` than Node's own. */
const isFailure = (error: unknown): error is TransformFailure =>
  typeof error === 'object' && error !== null && 'errors' in error;

/** V8 does not always say where; esbuild's JSON parser does, and knows comments and commas by name. */
function locate(text: string, error: unknown): { line: number; column: number; text: string } {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' });
  } catch (failure) {
    const first = isFailure(failure) ? failure.errors[0] : undefined;
    if (first !== undefined) {
      return { line: first.location?.line ?? 1, column: (first.location?.column ?? 0) + 1, text: first.text };
    }
  }
  return { line: 1, column: 0, text: error instanceof Error ? error.message : String(error) };
}
