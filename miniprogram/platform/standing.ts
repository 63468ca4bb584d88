// Answers that come too late. If the person who asked has signed out, or the page was left, the promise never settles:
// no code after any `await` runs, and none has to check for it.
import type { AbortSignal } from './abort';

/**
 * Settles as `asked` does, unless `left` was set first: then it never settles.
 * @param left aborted once whoever asked has left, for good
 * @param isOutcome whether an error is an ordinary failure (no network); any other is a bug of ours and rejects even
 * after `left`
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

/** A promise that never settles. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);
