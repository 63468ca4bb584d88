// Runs in the browser: looks after each frame, when it has been painted.

/** What has not come after it never will. */
const LONGEST_MS = 60_000;

/**
 * Calls `look` after every painted frame until it returns true.
 * @param look is given the time at which the frame had been painted, before anything that looking itself costs
 * @param what is waited for: rejects with it after a minute
 * @returns that time of the last frame, ms since the navigation began
 */
export function afterFrames(look: (painted_ms: number) => boolean, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + LONGEST_MS;
    let done = false;
    const painted = (): void => {
      const now = performance.now();
      if (done || (!look(now) && now <= end)) return;
      done = true;
      if (now > end) reject(new Error(`${what} did not come within ${LONGEST_MS} ms`));
      else resolve(now);
    };
    const frame = (): void => {
      if (done) return;
      // What is most urgent runs next once the frame has been painted: no timer and no message of the page's comes between.
      void scheduler.postTask(painted, { priority: 'user-blocking' });
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
