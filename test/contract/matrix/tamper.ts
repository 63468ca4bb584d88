// A phone whose network can be told to repeat the last reply, changed: real replies, spoilt on the way.
import type { HttpPort, HttpResponse, UploadPort } from '../../../miniprogram/platform/ports';

export interface Tamper {
  wrap(network: HttpPort & UploadPort): HttpPort & UploadPort;
  /** The last reply that came, as text. */
  last(): HttpResponse;
  /** From now on every request is answered by that reply with this text, and nothing leaves the phone. */
  answer(with_: HttpResponse, text: string): void;
}

export function createTamper(): Tamper {
  let last: HttpResponse | undefined;
  let canned: HttpResponse | undefined;
  return {
    wrap: (network) => ({
      async request(request) {
        if (canned !== undefined) {
          request.onHeaders?.(canned.status, canned.headers);
          return canned;
        }
        const pieces: Uint8Array[] = [];
        const { onChunk } = request;
        const response = await network.request({
          ...request,
          ...(onChunk === undefined
            ? {}
            : {
                onChunk(bytes: ArrayBuffer) {
                  pieces.push(new Uint8Array(bytes));
                  onChunk(bytes);
                },
              }),
        });
        last = { ...response, body: response.body + Buffer.concat(pieces).toString('utf8') };
        return response;
      },
      async upload(request) {
        last = canned ?? (await network.upload(request));
        return last;
      },
    }),
    last() {
      if (last === undefined) throw new Error('no reply came yet');
      return last;
    },
    answer(with_, text) {
      canned = { ...with_, body: text };
    },
  };
}
