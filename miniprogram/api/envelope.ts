// What a backend wraps its replies in, taken off: the same outcome for both backends.
import type { HttpHeaders } from '../platform/ports';
import type { Failure } from './errors';

/** An answer with its body already parsed; `body` is `undefined` when it was not JSON. */
export interface Answer {
  status: number;
  headers: HttpHeaders;
  body: unknown;
}

export interface Unwrapped {
  /** A refusal, or the data still to be decoded. */
  result: { ok: true; data: unknown; message: string } | { ok: false; failure: Failure };
  request_id?: string;
  /** When the server answered, as it wrote it. */
  timestamp?: string;
  /** Whether the backend wrote the answer, not a proxy. `if_decoded`: it did if its data can be decoded. */
  is_own: 'yes' | 'if_decoded' | 'no';
}

/** Takes the envelope off. */
export type Unwrap = (answer: Answer) => Unwrapped;

/** The status of a refusal that came with 200: as it is stated inside, 400 where that is none. */
export const refusalStatus = (stated: unknown): number =>
  typeof stated === 'number' && Number.isInteger(stated) && stated >= 400 ? stated : 400;
