/** Runs in the page: brings its transitions to their end, those too that the end of another begins. */
export function endTransitions(): void {
  // What the end of one changes is inherited, and may begin another: a tree of them is not this deep.
  for (let left = 20; left > 0; left -= 1) {
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition);
    if (moving.length === 0) break;
    for (const transition of moving) transition.finish();
  }
}
