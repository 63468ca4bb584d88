// When a GET is worth another try, and how long to wait: exponential back-off with full jitter.
import type { AbortSignal } from '../platform/abort';
import type { Random, Timers } from '../platform/ports';
import { ApiError, failureOf } from './errors';
import type { Failure } from './errors';

export interface RetryLimits {
  /** Attempts in all, the first included. */
  attempts: number;
  base_ms: number;
  cap_ms: number;
}

/** Between 0 and min(cap, base × 2^retries); `retries` counts from 0. */
export function backoffMs(limits: RetryLimits, retries: number, random: Random): number {
  return Math.floor(random() * Math.min(limits.cap_ms, limits.base_ms * 2 ** retries));
}

/** Whether the same GET may answer otherwise in a moment. A time-out is worth one more try only: it is slow already. */
export function worthRetrying(failure: Failure, attempt: number): boolean {
  switch (failure.kind) {
    case 'network':
      return true;
    case 'timeout':
      return attempt === 1;
    case 'http':
    case 'api':
      return failure.status >= 500;
    case 'aborted':
    case 'decode':
    case 'signed_out':
    case 'maintenance':
      return false;
  }
}

/** Runs `task` until it succeeds, the failure is final, or the attempts are used up. Never give it a write. */
export async function withRetry<T>(
  task: () => Promise<T>,
  limits: RetryLimits,
  tools: { timers: Timers; random: Random; signal?: AbortSignal | undefined },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined || attempt >= limits.attempts || !worthRetrying(failure, attempt))
        throw error;
      await pause(tools.timers, backoffMs(limits, attempt - 1, tools.random), tools.signal);
    }
  }
}

function pause(timers: Timers, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(new ApiError({ kind: 'aborted' }));
    if (signal?.aborted === true) return aborted();
    const off = signal?.onAbort(() => {
      cancel();
      aborted();
    });
    const cancel = timers.after(ms, () => {
      off?.();
      resolve();
    });
  });
}
