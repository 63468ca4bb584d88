// A client of one person's: what they asked for is neither sent nor answered once they have left.
import type { Client } from './client';
import { ApiError, failureOf } from './errors';

/**
 * Binds a client to a person. The gate would lend the token of whoever is signed in by then; this asks first.
 * @param isPresent false once the person has left; every call then rejects with `aborted`, replies on their way too
 */
export function boundClient(client: Client, isPresent: () => boolean): Client {
  function check(): void {
    if (!isPresent()) throw new ApiError({ kind: 'aborted' });
  }
  async function whilePresent<T>(ask: () => Promise<T>): Promise<T> {
    check();
    try {
      const reply = await ask();
      check();
      return reply;
    } catch (error) {
      // A fault of ours surfaces as itself.
      if (failureOf(error) !== undefined) check();
      throw error;
    }
  }
  return {
    call: (call) => whilePresent(() => client.call(call)),
    callFull: (call) => whilePresent(() => client.callFull(call)),
    upload: (call) => whilePresent(() => client.upload(call)),
    stream: (call) =>
      whilePresent(() =>
        client.stream({
          ...call,
          onPiece(piece) {
            if (isPresent()) call.onPiece(piece);
          },
        }),
      ),
  };
}
