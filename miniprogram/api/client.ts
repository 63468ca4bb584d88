// Calls with a token: every wrapper goes through here. A refused token is renewed by the gate and the request
// replayed once; GETs are retried, writes are not.
import type { Random, Timers } from '../platform/ports';
import { ApiError } from './errors';
import type { BackendName } from './errors';
import type { Exchange } from './exchange';
import type { Call, Reply, StreamCall, Upload } from './call';
import type { Gate, Pass } from './gate';
import { withRetry } from './retry';
import type { RetryLimits } from './retry';

export type { Priority } from './budget';
export type { Call, CallOptions, Reply, StreamCall, Upload } from './call';

/** Every method rejects with `ApiError` only. */
export interface Client {
  /** The decoded `data` of the envelope. */
  call<T>(call: Call<T>): Promise<T>;
  /** The same, with the backend's sentence and the cookies. */
  callFull<T>(call: Call<T>): Promise<Reply<T>>;
  /** One file as multipart, with the same token, budget and decoding. */
  upload<T>(call: Upload<T>): Promise<T>;
  /** An answer in pieces; a refused token is renewed before the first of them. Never repeated once it has begun. */
  stream<T, Piece>(call: StreamCall<T, Piece>): Promise<T>;
}

export interface ClientParts {
  backend: BackendName;
  exchange: Exchange;
  gate: Gate;
  retry: RetryLimits;
  timers: Timers;
  random: Random;
}

/** A backend's client: `exchange` carries, `gate` lets through. */
export function createClient(parts: ClientParts): Client {
  const { exchange, gate } = parts;

  /** Sends with a pass; on a refusal renews it and sends once more. */
  async function withPass<T>(
    send: (headers: Record<string, string>) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const pass = await unsent(gate.pass());
    let used = pass;
    try {
      return await guarded(pass, send);
    } catch (error) {
      if (!refusesToken(error)) throw error;
      used = await unsent(gate.renew(pass, error.failure));
    }
    try {
      return await guarded(used, send);
    } catch (error) {
      // A second refusal is final for this request, whatever it says.
      if (refusesToken(error)) throw gate.refused(used, error);
      throw error;
    }
  }

  /** Sends with this pass. Rejects with `signed_out` when the person has signed out before the reply came. */
  async function guarded<T>(
    pass: Pass,
    send: (headers: Record<string, string>) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const reply = await send({ Authorization: `Bearer ${pass.access_token}` });
    if (!gate.holds(pass)) throw new ApiError({ kind: 'signed_out', backend: parts.backend, reason: 'left' });
    return reply;
  }

  async function callFull<T>(call: Call<T>): Promise<Reply<T>> {
    const once = () =>
      call.auth === 'none' ? exchange.send(call, {}) : withPass((headers) => exchange.send(call, headers));
    if (call.route.method !== 'GET') return once();
    const limits = { ...parts.retry, attempts: call.attempts ?? parts.retry.attempts };
    return withRetry(once, limits, {
      timers: parts.timers,
      random: parts.random,
      signal: call.options?.signal,
    });
  }

  return {
    callFull,
    call: async (call) => (await callFull(call)).data,
    upload: async (call) => (await withPass((headers) => exchange.upload(call, headers))).data,
    stream: async (call) => (await withPass((headers) => exchange.stream(call, headers))).data,
  };
}

/**
 * Marks a failure to get a pass as `unsent`: the refresh failed, so the call itself never left. `signed_out` is passed
 * on as it is.
 */
async function unsent(pass: Promise<Pass>): Promise<Pass> {
  try {
    return await pass;
  } catch (error) {
    if (!(error instanceof ApiError) || error.failure.kind === 'signed_out') throw error;
    throw new ApiError({ ...error.failure, unsent: true }, error.request_id);
  }
}

function refusesToken(error: unknown): error is ApiError & { failure: { kind: 'api'; status: 401 } } {
  return error instanceof ApiError && error.failure.kind === 'api' && error.failure.status === 401;
}
