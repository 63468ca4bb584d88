// Leaving a page for where the person was.
import { goBack, isAt, openTab, replacePage, stoodStill } from './go';
import type { OpenPage } from './go';

/** Where to go on; `url` begins with a slash. */
interface Back {
  url: string;
  tab: boolean;
}

/**
 * Goes to `back`, or one page back, or home: whichever is possible first. A page that is already below in the stack
 * is returned to, not opened twice.
 * @param home the tab where the app opens
 */
export async function leaveTo(back: Back | null, home: string): Promise<void> {
  await stoodStill();
  const pages = getCurrentPages() as unknown as OpenPage[];
  const below = pages[pages.length - 2];
  if (back?.tab === true) {
    await openTab(back.url);
  } else if (below && (back === null || isAt(below, back.url))) {
    await goBack();
  } else if (back === null || !(await replacePage(back.url, false))) {
    await openTab(home);
  }
}
