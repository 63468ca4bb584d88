/** Runs in the page: brings its transitions to their end, those too that the end of another begins. */
function endTransitions(): void {
  // What the end of one changes is inherited, and may begin another: a tree of them is not this deep.
  for (let left = 20; left > 0; left -= 1) {
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    if (moving.length === 0) break;
    for (const transition of moving) transition.finish();
  }
}

/** Runs in the page: resolves with its next frame. Animation frames stand still with a clock that was stopped. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const frames = new IntersectionObserver(() => {
      frames.disconnect();
      resolve();
    });
    frames.observe(document.documentElement);
  });
}

/** An expression for the page: all transitions at their end, those too that its next frame would begin. */
export const STILL = `(${nextFrame.toString()})().then(${endTransitions.toString()})`;
