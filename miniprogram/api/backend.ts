// One backend as the app speaks to it: exchange, gate, client and the server's time, put together alike for each.
import type { Clock, Platform } from '../platform/ports';
import type { Budget } from './budget';
import { createClient } from './client';
import type { Client } from './client';
import type { Unwrap } from './envelope';
import type { BackendName, Failure } from './errors';
import { createExchange } from './exchange';
import type { Exchange, OnBroken } from './exchange';
import { createGate } from './gate';
import type { Gate, RefusalRules, TokenPort, Tokens } from './gate';
import type { RetryLimits } from './retry';
import { createServerClock } from './server-clock';
import type { ServerClock, SkewMemory } from './server-clock';
import { createTimeTeacher } from './witnesses';
import type { JudgementMemory } from './witnesses';

export interface Backend {
  readonly name: BackendName;
  /** Calls with a token; wrappers are bound to it. */
  readonly client: Client;
  readonly gate: Gate;
  /** The server's time, learnt from this backend's answers alone. */
  readonly clock: ServerClock;
}

/** How one backend differs from another. */
export interface Dialect {
  name: BackendName;
  /** Origin and base path. */
  base_url: string;
  unwrap: Unwrap;
  /** Makes the gate's refresh, which goes without a gate itself. */
  refresh: (exchange: Exchange) => (tokens: Tokens) => Promise<Tokens>;
  rules: RefusalRules;
}

/** What all backends share. */
export interface BackendParts extends Pick<Platform, 'http' | 'upload' | 'clock' | 'timers' | 'random'> {
  /** One that never goes back. */
  clock: Clock;
  budget: Budget;
  retry: RetryLimits;
  request_ms: number;
  upload_ms: number;
  /** Refresh when the token has less than this left, ms. */
  token_skew_ms: number;
  /** Sent with every request. */
  headers: () => Record<string, string>;
  /** What is kept of a backend's time between starts. */
  timeMemory: (backend: BackendName) => { skew: SkewMemory; judgement: JudgementMemory };
  /** Told of rows that a reply's lists had to leave out. */
  onBroken?: OnBroken;
}

/**
 * Builds one. Nothing is requested yet.
 * @param onOutcome told how each exchange ended; `undefined` is success
 */
export function createBackend(
  dialect: Dialect,
  tokens: TokenPort,
  onOutcome: (failure: Failure | undefined) => void,
  parts: BackendParts,
): Backend {
  const { name, base_url, unwrap, rules } = dialect;
  const { retry, timers, random } = parts;
  const memory = parts.timeMemory(name);
  const server_clock = createServerClock(parts.clock, memory.skew);
  const teach = createTimeTeacher(server_clock, memory.judgement);
  const exchange = createExchange({ ...parts, backend: name, base_url, unwrap, teach, onOutcome });
  const gate = createGate({
    backend: name,
    tokens,
    refresh: dialect.refresh(exchange),
    rules,
    server_clock,
    skew_ms: parts.token_skew_ms,
  });
  const client = createClient({ backend: name, exchange, gate, retry, timers, random });
  return { name, client, gate, clock: server_clock };
}
