// A small abort signal: the logic layer has no AbortController.
export interface AbortSignal {
  readonly aborted: boolean;
  /** Runs once when aborted, at once if it already is. */
  onAbort(listener: () => void): () => void;
}

export interface Abort {
  readonly signal: AbortSignal;
  abort(): void;
}

/** Makes a signal and the switch that sets it; aborting twice does nothing more. */
export function createAbort(): Abort {
  let aborted = false;
  const listeners = new Set<() => void>();
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      onAbort(listener) {
        if (aborted) {
          listener();
          return () => undefined;
        }
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    abort() {
      if (aborted) return;
      aborted = true;
      const waiting = [...listeners];
      listeners.clear();
      for (const listener of waiting) listener();
    },
  };
}
