// Waiting for a call whose failure is an outcome like another.
import { failureOf } from './errors';
import type { Failure } from './errors';

export type Settled<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** What failed comes back as a value. @throws what is no `ApiError`: a fault of ours, which must surface as itself */
export async function settled<T>(call: Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return { ok: false, failure };
  }
}
