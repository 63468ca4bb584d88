// When a GET is worth another try, and how long to wait: exponential back-off with full jitter.
import type { AbortSignal } from '../platform/abort';
import { fullJitter } from '../platform/backoff';
import type { BackOff } from '../platform/backoff';
import type { Random, Timers } from '../platform/ports';
import { ApiError, failureOf } from './errors';
import type { Failure } from './errors';

export interface RetryLimits extends BackOff {
  /** Attempts in all, the first included. */
  attempts: number;
}

/** Whether the same GET may answer otherwise in a moment. A time-out is worth one more try only: it is slow already. */
function worthRetrying(failure: Failure, attempt: number): boolean {
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
      await pause(tools.timers, fullJitter(limits, attempt, tools.random()), tools.signal);
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
