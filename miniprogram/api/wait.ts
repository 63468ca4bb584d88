// How long the backend asks to wait: it says so in four ways, or not at all.
import type { HttpHeaders } from '../platform/ports';
import { fieldOf, headerOf } from './untyped';

/** When a 429 does not say. */
export const DEFAULT_WAIT_SECONDS = 10;
/** A longer wait must be the backend's mistake; the person may try again after this. */
const LONGEST_SECONDS = 3600;

const FIELDS = ['retry_after', 'remaining_time', 'remaining_seconds'];

/**
 * Seconds to wait after a 429 (V4 §Envelope: `retry_after`, `remaining_time`, `remaining_seconds` in `data`, a
 * Retry-After header, or none of them).
 */
export function waitSeconds(data: unknown, headers: HttpHeaders): number {
  const said = [...FIELDS.map((name) => fieldOf(data, name)), headerOf(headers, 'retry-after')];
  for (const value of said) {
    const seconds = typeof value === 'string' ? Number(value.trim() === '' ? NaN : value) : value;
    if (typeof seconds === 'number' && seconds >= 0) return Math.min(Math.ceil(seconds), LONGEST_SECONDS);
  }
  return DEFAULT_WAIT_SECONDS;
}
