// Whose setData is running: some warnings of glass-easel do not say which component they are about.

let running = '';

/** Code path of the component whose setData runs, empty outside of one. */
export const runningSetData = (): string => running;

export function duringSetData(path: string, run: () => void): void {
  const before = running;
  running = path;
  try {
    run();
  } finally {
    running = before;
  }
}

let quiet = false;

/** True while something is drawn a second time, so that its warnings are not repeated. */
export const isQuiet = (): boolean => quiet;

export function quietly<T>(run: () => T): T {
  const before = quiet;
  quiet = true;
  try {
    return run();
  } finally {
    quiet = before;
  }
}
