// Which page is in front of the person, as the pages tell it: by it a tap knows whether its page was left. The app in the
// background, a chooser or a preview hide a page too, but nothing else comes to the front: that page was not left.

let front: object | undefined;
/** How often another page came to the front. */
let turns = 0;
let is_seen = true;
let waiting: (() => void)[] = [];

export function cameToFront(page: object): void {
  if (front !== undefined && front !== page) turns += 1;
  front = page;
  is_seen = true;
  const runs = waiting;
  waiting = [];
  for (const run of runs) run();
}

export function wentBehind(page: object): void {
  if (front === page) is_seen = false;
}

/** Runs at once while a page is seen, else once one is. */
export function whenSeen(run: () => void): void {
  if (is_seen) run();
  else waiting.push(run);
}

/** @returns whether the page that is in front now (the one that is about to come, where none is seen) was left since */
export function watchFront(): () => boolean {
  let began = turns;
  whenSeen(() => (began = turns));
  return () => turns !== began;
}
