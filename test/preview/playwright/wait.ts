// Waiting for a state of a page or of a frame.
import type { Frame, Page } from 'playwright-core';

const LIMIT_MS = 30_000;
const PAUSE_MS = 10;

/**
 * Waits until something holds in a page, asking it again and again. `waitForFunction` loads the driver's whole script into each
 * document that it asks, which takes a seventh of what opening a program does.
 * @param holds runs in the page: knows nothing from around it
 * @param arg what JSON can say
 */
export async function waitIn<Arg = undefined>(
  place: Page | Frame,
  holds: (arg: Arg) => boolean,
  arg?: Arg,
): Promise<void> {
  const question = `(${holds.toString()})(${JSON.stringify(arg)})`;
  const deadline = Date.now() + LIMIT_MS;
  while (!(await place.evaluate<boolean>(question).catch(isLeft))) {
    if (Date.now() > deadline) throw new Error(`not within ${LIMIT_MS} ms: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Another document has taken the place of the one that was asked: it is asked next. */
function isLeft(error: unknown): false {
  if (/Execution context was destroyed|Cannot find context/.test(String(error))) return false;
  throw error;
}
