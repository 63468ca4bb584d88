// A client of one person's: once they have left, what they asked for is neither sent nor answered.
import { createAbort } from '../platform/abort';
import type { AbortSignal } from '../platform/abort';
import { answerFor, never } from '../platform/standing';
import type { CallOptions } from './call';
import type { Client } from './client';
import { failureOf } from './errors';

const isOutcome = (error: unknown): boolean => failureOf(error) !== undefined;

/** Runs `ask` with a signal that either may set: whoever called, or the person by leaving. */
async function withEither<T>(
  left: AbortSignal,
  options: CallOptions | undefined,
  ask: (options: CallOptions) => Promise<T>,
): Promise<T> {
  const { signal, abort } = createAbort();
  const offs = [left.onAbort(abort), options?.signal?.onAbort(abort)];
  try {
    return await ask({ ...options, signal });
  } finally {
    for (const off of offs) off?.();
  }
}

/**
 * Binds a client to a person. The gate would lend the token of whoever is signed in by then; this asks first.
 * @param left set once the person has left: then no call is sent, what waits in a queue is dropped, and no call settles any
 * more, whether its reply was on its way or not
 */
export function boundClient(client: Client, left: AbortSignal): Client {
  const whileTheyStand = <T>(
    options: CallOptions | undefined,
    ask: (options: CallOptions) => Promise<T>,
  ): Promise<T> => (left.aborted ? never() : answerFor(left, withEither(left, options, ask), isOutcome));

  return {
    call: (call) => whileTheyStand(call.options, (options) => client.call({ ...call, options })),
    callFull: (call) => whileTheyStand(call.options, (options) => client.callFull({ ...call, options })),
    upload: (call) =>
      whileTheyStand(call.options, (options) => {
        const { onProgress } = call;
        if (onProgress === undefined) return client.upload({ ...call, options });
        return client.upload({
          ...call,
          options,
          onProgress(percent) {
            if (!left.aborted) onProgress(percent);
          },
        });
      }),
    stream: (call) =>
      whileTheyStand(call.options, (options) =>
        client.stream({
          ...call,
          options,
          onPiece(piece) {
            if (!left.aborted) call.onPiece(piece);
          },
        }),
      ),
  };
}
