// Waits for a call and returns its failure as a value, for callers to whom it is one outcome among others.
import { failureOf } from './errors';
import type { Failure } from './errors';

export type Settled<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Never rejects with an `ApiError`. @throws anything else: a bug of ours, which must surface */
export async function settled<T>(call: Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return { ok: false, failure };
  }
}
