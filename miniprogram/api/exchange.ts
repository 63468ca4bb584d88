// One request and its answer, without tokens or retries: budget, headers, envelope, decoding, server time.
import * as v from 'valibot';
import { PlatformError } from '../platform/failure';
import type { Clock, HttpPort, HttpResponse, UploadPort } from '../platform/ports';
import type { Budget, Priority } from './budget';
import type { Call, Reply, StreamCall, Upload } from './call';
import type { Unwrap } from './envelope';
import { ApiError } from './errors';
import type { BackendName, Failure } from './errors';
import { JsonError, parseJson } from './json';
import { endpointOf, urlOf } from './route';
import { lossesIn } from './rows';
import type { BrokenRows } from './rows';
import { firstIssue } from './schema';
import { createStreamReader, EVENT_STREAM } from './stream';
import type { Take } from './stream';
import type { createTimeTeacher } from './witnesses';

/** Every method rejects with `ApiError` only; `headers` come on top of the call's own. */
export interface Exchange {
  send<T>(call: Call<T>, headers: Record<string, string>): Promise<Reply<T>>;
  upload<T>(call: Upload<T>, headers: Record<string, string>): Promise<Reply<T>>;
  /** Resolves with what `done` carries; a reply that is no stream is read as `send` reads it. */
  stream<T, Piece>(call: StreamCall<T, Piece>, headers: Record<string, string>): Promise<Reply<T>>;
}

export interface ExchangeParts {
  backend: BackendName;
  /** Origin and base path. */
  base_url: string;
  unwrap: Unwrap;
  http: HttpPort;
  upload: UploadPort;
  budget: Budget;
  /** One that never goes back. */
  clock: Clock;
  /** Told the time that the backend's own answers carry. */
  teach: ReturnType<typeof createTimeTeacher>;
  request_ms: number;
  upload_ms: number;
  /** Sent with every request (`X-Device-Id`). */
  headers: () => Record<string, string>;
  /** Told how each exchange ended; `undefined` is success. */
  onOutcome?: (failure: Failure | undefined) => void;
  /** Told of rows that a reply's lists had to leave out. */
  onBroken?: OnBroken;
}

/** @param endpoint holds no id @param broken holds no value of the reply */
export type OnBroken = (endpoint: string, broken: BrokenRows) => void;

/** Binds one backend's address and envelope to the phone's ports. */
export function createExchange(parts: ExchangeParts): Exchange {
  const { base_url, budget, clock } = parts;

  async function run<T>(
    call: Pick<Call<T>, 'route' | 'schema' | 'options'>,
    priority: Priority,
    request: () => Promise<HttpResponse>,
    take: Take<T> = (response, readReply) => readReply(response),
  ): Promise<Reply<T>> {
    try {
      let sent_at_ms = 0;
      const response = await budget.run(priority, call.options?.signal, () => {
        sent_at_ms = clock.now();
        return request();
      });
      const reply = take(response, (whole) => read(parts, whole, sent_at_ms, call));
      parts.onOutcome?.(undefined);
      return reply;
    } catch (error) {
      const told = asApiError(error);
      if (told === undefined) throw error;
      parts.onOutcome?.(told.failure);
      throw told;
    }
  }

  const common = (call: Pick<Call<unknown>, 'headers' | 'options'>, headers: Record<string, string>) => ({
    headers: { ...parts.headers(), ...call.headers, ...headers },
    ...(call.options?.signal === undefined ? {} : { signal: call.options.signal }),
  });

  const requestOf = (call: Omit<Call<unknown>, 'schema'>, headers: Record<string, string>) => ({
    method: call.route.method,
    url: urlOf(base_url, call.route, call.params, call.query),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    timeout_ms: call.options?.timeout_ms ?? parts.request_ms,
    ...common(call, {
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    }),
  });

  return {
    send: (call, headers) =>
      run(call, call.options?.priority ?? 'now', () => parts.http.request(requestOf(call, headers))),
    stream(call, headers) {
      const stream = createStreamReader(call);
      const request = () => stream.run(parts.http, requestOf(call, { Accept: EVENT_STREAM, ...headers }));
      return run(call, call.options?.priority ?? 'now', request, stream.take);
    },
    upload: (call, headers) =>
      run(call, call.options?.priority ?? 'soon', () =>
        parts.upload.upload({
          url: urlOf(base_url, call.route, call.params),
          file_path: call.file_path,
          name: call.name,
          ...(call.form === undefined ? {} : { form: call.form }),
          ...(call.onProgress === undefined ? {} : { onProgress: call.onProgress }),
          timeout_ms: call.options?.timeout_ms ?? parts.upload_ms,
          ...common(call, headers),
        }),
      ),
  };
}

function read<T>(
  parts: ExchangeParts,
  response: HttpResponse,
  sent_at_ms: number,
  call: Pick<Call<T>, 'route' | 'schema'>,
): Reply<T> {
  const endpoint = endpointOf(call.route);
  const unwrapped = parts.unwrap({ ...response, body: parsed(response.body) });
  const { timestamp, result, is_own } = unwrapped;
  const data = result.ok ? result.data : undefined;
  const learn = (): void => parts.teach({ timestamp, headers: response.headers, data }, sent_at_ms);
  if (is_own === 'yes') learn();
  if (!result.ok) throw new ApiError(result.failure, unwrapped.request_id);
  const decoded = v.safeParse(call.schema, data);
  if (!decoded.success) {
    throw new ApiError({ kind: 'decode', endpoint, ...firstIssue(decoded.issues) }, unwrapped.request_id);
  }
  if (is_own === 'if_decoded') learn();
  if (parts.onBroken !== undefined)
    for (const broken of lossesIn(decoded.output)) parts.onBroken(endpoint, broken);
  const { message } = result;
  const answered = timestamp === undefined ? {} : { timestamp };
  return { data: decoded.output, message, cookies: response.cookies, ...answered };
}

/** `undefined` for what is not JSON: the envelope decides what that means at this status. */
function parsed(body: string): unknown {
  try {
    return parseJson(body);
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}

/** What the phone or the backend refused; `undefined` for a bug of ours, which must surface as itself. */
export function asApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (!(error instanceof PlatformError)) return undefined;
  const unsent = error.is_unsent || error.kind === 'refused' ? { unsent: true as const } : {};
  return new ApiError({ kind: error.kind === 'refused' ? 'network' : error.kind, ...unsent });
}
