// Timers of the mini program's code. While the app is suspended nothing runs; what came due then runs at resume, once each.

export interface ScopeTimers {
  setTimeout(callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]): number;
  setInterval(callback: (...args: unknown[]) => void, delayMs?: number, ...args: unknown[]): number;
  clearTimeout(id?: number): void;
  clearInterval(id?: number): void;
}

export interface SuspendableTimers {
  timers: ScopeTimers;
  suspend(): void;
  resume(): void;
}

/** @param onFault gets what a callback throws; the other timers go on */
export function createTimers(view: Window, onFault: (error: unknown) => void): SuspendableTimers {
  let suspended = false;
  const due = new Map<number, () => void>();
  const run = (callback: () => void): void => {
    try {
      callback();
    } catch (error) {
      onFault(error);
    }
  };
  const fire = (id: number, callback: () => void): void => {
    if (suspended) due.set(id, callback);
    else run(callback);
  };
  const clear = (id?: number): void => {
    if (id === undefined) return;
    view.clearTimeout(id);
    due.delete(id);
  };
  return {
    timers: {
      setTimeout(callback, delayMs, ...args) {
        const id: number = view.setTimeout(() => fire(id, () => callback(...args)), delayMs);
        return id;
      },
      setInterval(callback, delayMs, ...args) {
        const id: number = view.setInterval(() => fire(id, () => callback(...args)), delayMs);
        return id;
      },
      clearTimeout: clear,
      clearInterval: clear,
    },
    suspend() {
      suspended = true;
    },
    resume() {
      suspended = false;
      const waiting = [...due.values()];
      due.clear();
      waiting.forEach(run);
    },
  };
}
