// Who an answer is for. Whoever asked may have left by the time it comes: then it never comes, so nothing that was to follow
// it runs, however many `await`s lie between. Nobody has to ask whether they still may.
import type { AbortSignal } from './abort';

/**
 * The answer for as long as whoever asked stands; once they have left, a promise that never settles.
 * @param left set once they have left; they never come back as the same
 * @param isOutcome whether what was thrown is an answer too (no network); a fault of ours surfaces all the same
 */
export function answerFor<T>(
  left: AbortSignal,
  asked: Promise<T>,
  isOutcome: (error: unknown) => boolean,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    asked.then(
      (value) => {
        if (!left.aborted) resolve(value);
      },
      (error: Error) => {
        if (!left.aborted || !isOutcome(error)) reject(error);
      },
    );
  });
}

/** What never comes. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
