// A client bound to one person: after they have signed out it sends nothing, and promises that are still open never
// settle.
import { createAbort } from '../platform/abort';
import type { AbortSignal } from '../platform/abort';
import { answerFor, never } from '../platform/standing';
import type { CallOptions } from './call';
import type { Client } from './client';
import { failureOf } from './errors';

const isOutcome = (error: unknown): boolean => failureOf(error) !== undefined;

/** Runs `ask` with a signal that is aborted when the caller's is, or when the person signs out. */
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
 * Binds a client to a person. Without it, a call that waited in a queue would be sent with the token of whoever is
 * signed in when its turn comes.
 * @param left aborted when the person signs out: then no call is sent, queued calls are dropped, and no call settles
 * any more, even if its reply was on its way
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
