// Looks into values whose shape is not known yet: envelopes, pushes, headers.
import type { HttpHeaders } from '../platform/ports';

/** A field of something that may be no object. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A text field, `undefined` when it is anything else. */
export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}

/** The first header of that name (given in lower case). */
export function headerOf(headers: HttpHeaders, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
}
