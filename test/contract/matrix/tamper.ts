// A phone whose network can be told to repeat a reply, changed: real replies, spoilt on the way.
import type { HttpPort, HttpRequest, HttpResponse, UploadPort } from '../../../miniprogram/platform/ports';

export interface Tamper {
  wrap(network: HttpPort & UploadPort): HttpPort & UploadPort;
  /** The last reply that came, as text. @param to `METHOD` and the end of the path, where it is not the very last */
  last(to?: string): HttpResponse;
  /** From now on this reply comes with this text, every other as it came the last time, and nothing leaves the phone. */
  answer(with_: HttpResponse, text: string): void;
}

/** What a request asks, whatever it asks it about: `GET /tasks/#`. */
const kindOf = ({ method, url }: Pick<HttpRequest, 'method' | 'url'>): string =>
  `${method} ${(url.split('?')[0] ?? '').replace(/\/[^/]*\d[^/]*(?=\/|$)/g, '/#')}`;

export function createTamper(): Tamper {
  const replies: { kind: string; response: HttpResponse }[] = [];
  let canned: { kind: string; response: HttpResponse } | undefined;
  const keep = (kind: string, response: HttpResponse): void => {
    replies.push({ kind, response });
  };
  const repeated = (kind: string): HttpResponse | undefined => {
    if (canned === undefined) return undefined;
    return canned.kind === kind ? canned.response : replies.findLast((one) => one.kind === kind)?.response;
  };
  return {
    wrap: (network) => ({
      async request(request) {
        const kind = kindOf(request);
        const again = repeated(kind);
        if (again !== undefined) {
          request.onHeaders?.(again.status, again.headers);
          return again;
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
        keep(kind, { ...response, body: response.body + Buffer.concat(pieces).toString('utf8') });
        return response;
      },
      async upload(request) {
        const kind = kindOf({ method: 'POST', url: request.url });
        const response = repeated(kind) ?? (await network.upload(request));
        keep(kind, response);
        return response;
      },
    }),
    last(to = '') {
      const [method = '', end = ''] = to.split(' ');
      const found = replies.findLast(({ kind }) => kind.startsWith(method) && kind.endsWith(end));
      if (found === undefined) throw new Error(`no reply came yet ${to}`);
      return found.response;
    },
    answer(with_, text) {
      const { kind = '' } = replies.find(({ response }) => response === with_) ?? {};
      canned = { kind, response: { ...with_, body: text } };
    },
  };
}
