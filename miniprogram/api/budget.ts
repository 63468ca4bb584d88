// At most so many requests and uploads at once (the platform allows 10 of both together); the rest wait by priority.
import type { AbortSignal } from '../platform/abort';
import { ApiError } from './errors';

/** `first`: a token refresh that others wait for. `now`: a person waits. `soon`: the page is there without it. `later`: prefetch. */
export type Priority = 'first' | 'now' | 'soon' | 'later';

export interface Budget {
  /** Runs `task` when a slot is free; rejects with `aborted`, without running it, when aborted before. */
  run<T>(priority: Priority, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T>;
  readonly running: number;
}

const ORDER: readonly Priority[] = ['first', 'now', 'soon', 'later'];

/** One budget for the whole app: every client and the uploads share it. */
export function createBudget(limit: number): Budget {
  const queues: Record<Priority, (() => void)[]> = { first: [], now: [], soon: [], later: [] };
  let running = 0;

  function startNext(): void {
    for (const priority of ORDER) {
      if (running >= limit) return;
      const start = queues[priority].shift();
      if (start !== undefined) {
        start();
        return;
      }
    }
  }

  /** Resolves when a slot is taken. */
  function slot(priority: Priority, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = () => {
        running += 1;
        stopListening?.();
        resolve();
      };
      const stopListening = signal?.onAbort(() => {
        queues[priority] = queues[priority].filter((waiting) => waiting !== start);
        reject(new ApiError({ kind: 'aborted' }));
      });
      if (signal?.aborted === true) return;
      queues[priority].push(start);
      startNext();
    });
  }

  return {
    get running() {
      return running;
    },
    async run(priority, signal, task) {
      await slot(priority, signal);
      try {
        return await task();
      } finally {
        running -= 1;
        startNext();
      }
    },
  };
}
