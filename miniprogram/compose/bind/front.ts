// Which page is in front of the person, as the pages report it. A method that was tapped asks here whether its page was
// left. A page that is only hidden (the app in the background, a chooser, a preview) was not left, since no other page
// came to the front.

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

/**
 * @returns a function that says whether the page in front now (or, if none is seen, the next one) has been left since
 */
export function watchFront(): () => boolean {
  let began = turns;
  whenSeen(() => (began = turns));
  return () => turns !== began;
}
