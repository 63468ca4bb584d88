// An answer as server-sent events (xcx CHAT-4): a `message` for each piece, `done` with the whole, or `error`.
import * as v from 'valibot';
import { createAbort } from '../platform/abort';
import { PlatformError } from '../platform/failure';
import type { HttpHeaders, HttpPort, HttpRequest, HttpResponse } from '../platform/ports';
import { ApiError } from './errors';
import type { Reply, StreamCall } from './call';
import { JsonError, parseJson } from './json';
import { endpointOf } from './route';
import { firstIssue } from './schema';
import type { Schema } from './schema';
import { createSseParser } from './sse';
import type { ServerSentEvent } from './sse';
import { fieldOf, headerOf, textOf } from './untyped';
import { createUtf8Decoder } from './utf8';

export const EVENT_STREAM = 'text/event-stream';
const READ = ['message', 'done', 'error'];

/** Makes a reply of a response; `readReply` reads one that is whole. */
export type Take<T> = (response: HttpResponse, readReply: (whole: HttpResponse) => Reply<T>) => Reply<T>;

export interface StreamReader<T> {
  /** Sends the request and reads its pieces; aborts it at the first piece that is wrong. */
  run(http: HttpPort, request: HttpRequest): Promise<HttpResponse>;
  take: Take<T>;
}

const isStream = (status: number, headers: HttpHeaders) =>
  status >= 200 &&
  status < 300 &&
  (headerOf(headers, 'content-type') ?? '').toLowerCase().startsWith(EVENT_STREAM);

/** Reads one stream. */
export function createStreamReader<T, Piece>(call: StreamCall<T, Piece>): StreamReader<T> {
  const endpoint = endpointOf(call.route);
  const utf8 = createUtf8Decoder();
  const sse = createSseParser();
  const breakOff = createAbort();
  let head: { status: number; headers: HttpHeaders } | undefined;
  let held = '';
  let outcome: { data: T } | { error: unknown } | undefined;

  const named = call.nameEvent ?? ((event: string, data: unknown) => ({ event, data }));

  const decodeError = (path: string, problem: string) =>
    new ApiError({ kind: 'decode', endpoint, path, problem });

  function dataOf({ event, data }: ServerSentEvent): unknown {
    try {
      return parseJson(data);
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      throw decodeError(event, 'JSON expected');
    }
  }

  function decoded<Value>(schema: Schema<Value>, event: string, data: unknown): Value {
    const read = v.safeParse(schema, data);
    if (read.success) return read.output;
    const { path, problem } = firstIssue(read.issues);
    throw decodeError(`${event}.${path}`, problem);
  }

  function take(sent: ServerSentEvent): void {
    // Events that nobody reads may hold anything.
    if (!READ.includes(sent.event)) return;
    const { event, data } = named(sent.event, dataOf(sent));
    if (event === 'message') call.onPiece(decoded(call.piece, event, data));
    if (event === 'error') throw refusalOf(data);
    if (event === 'done') outcome = { data: decoded(call.schema, event, data) };
  }

  /** Ignores whatever comes after the stream has ended. */
  function read(text: string): void {
    for (const event of sse.push(text)) {
      if (outcome !== undefined) return;
      try {
        take(event);
      } catch (error) {
        outcome = { error };
        breakOff.abort();
      }
    }
  }

  return {
    async run(http, request) {
      const off = request.signal?.onAbort(() => breakOff.abort());
      try {
        return await http.request({
          ...request,
          signal: breakOff.signal,
          onHeaders: (status, headers) => (head = { status, headers }),
          onChunk(bytes) {
            const text = utf8.push(new Uint8Array(bytes));
            if (head !== undefined && isStream(head.status, head.headers)) read(text);
            else held += text;
          },
        });
      } catch (error) {
        // We aborted it ourselves: the outcome is set already.
        if (!(error instanceof PlatformError) || outcome === undefined || request.signal?.aborted === true)
          throw error;
        return { status: head?.status ?? 0, headers: head?.headers ?? [], cookies: [], body: '' };
      } finally {
        off?.();
      }
    },
    take(response, readReply) {
      const rest = held + utf8.end() + response.body;
      if (!isStream(response.status, response.headers)) return readReply({ ...response, body: rest });
      read(rest);
      if (outcome === undefined) throw new ApiError({ kind: 'network' });
      if ('error' in outcome) throw outcome.error;
      return { data: outcome.data, message: '', cookies: response.cookies };
    },
  };
}

/** `event: error`, `{code, message}`: the code is a status, as in the envelope. */
function refusalOf(data: unknown): ApiError {
  const code = fieldOf(data, 'code');
  const status = Number(code);
  return new ApiError({
    kind: 'api',
    status: Number.isInteger(status) && status >= 400 ? status : 500,
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : '500',
    message: textOf(data, 'message') ?? '',
  });
}
