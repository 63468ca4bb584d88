// Runs in the browser: looks after each frame, when it has been painted.

/** What has not come after it never will. */
const LONGEST_MS = 60_000;

/**
 * Calls `look` after every painted frame until it returns true.
 * @param what is waited for: rejects with it after a minute
 */
export function afterFrames(look: () => boolean, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + LONGEST_MS;
    // A message sent while a frame is made arrives after the frame has been painted.
    const { port1, port2 } = new MessageChannel();
    let done = false;
    port1.onmessage = () => {
      const late = performance.now() > end;
      if (done || (!look() && !late)) return;
      done = true;
      port1.close();
      if (late) reject(new Error(`${what} did not come within ${LONGEST_MS} ms`));
      else resolve();
    };
    const frame = (): void => {
      if (done) return;
      port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
