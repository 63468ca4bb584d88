// Runs in the browser: looks after each frame, when it has been painted.

/** Calls `look` after every painted frame until it returns true. */
export function afterFrames(look: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    // A message sent while a frame is made arrives after the frame has been painted.
    const { port1, port2 } = new MessageChannel();
    let done = false;
    port1.onmessage = () => {
      if (done || !look()) return;
      done = true;
      port1.close();
      resolve();
    };
    const frame = (): void => {
      if (done) return;
      port2.postMessage(null);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
