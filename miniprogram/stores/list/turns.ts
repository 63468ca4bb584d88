// Requests that must not overlap: they run one after another, and concurrent callers of the same one share it.

export interface TurnOptions {
  /**
   * With it callers share a request that is under way already. Without it concurrent callers share one that starts
   * after their call.
   */
  joins?: boolean;
}

/** Makes a queue: `turn(run)` gives a function that runs `run` when everything asked before is done, at once where nothing is. */
export function createTurns(): <T>(run: () => Promise<T>, options?: TurnOptions) => () => Promise<T> {
  let last: Promise<unknown> | undefined;
  return <T>(run: () => Promise<T>, { joins = false }: TurnOptions = {}) => {
    let shared: Promise<T> | undefined;
    return () => {
      if (shared !== undefined) return shared;
      const begin = (): Promise<T> => {
        if (!joins) shared = undefined;
        return run();
      };
      const mine = last === undefined ? begin() : last.then(begin, begin);
      const waits = last !== undefined;
      last = mine;
      if (joins || waits) shared = mine;
      const done = (): void => {
        if (last === mine) last = undefined;
        if (shared === mine) shared = undefined;
      };
      mine.then(done, done);
      return mine;
    };
  };
}
