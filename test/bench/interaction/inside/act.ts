// Runs in the browser beside the host: does what a person does and sees when its effect has been painted.
import { afterFrames } from '../../inside/frames';
import { isShown, pageWindow } from '../../inside/shown';
import { BEGIN_MARK, CONTENT_MARK } from '../../start/trace';
import { FRAME_MARK } from '../mark';
import type { Acts } from './acts';

/** Moves to a page and waits for words on it. @returns ms from the call to the words */
async function open(url: string, text: string): Promise<number> {
  const host = globalThis.__host;
  if (host === undefined) throw new Error('there is no host');
  const before = host.pages().length;
  const began = performance.now();
  performance.mark(BEGIN_MARK);
  void host.navigation.navigateTo(url);
  const painted_ms = await afterFrames(() => {
    performance.mark(CONTENT_MARK);
    const page = pageWindow();
    return host.pages().length > before && page !== undefined && isShown(page, text);
  }, `"${text}" on ${url}`);
  return painted_ms - began;
}

/** From the next touch on the page on top to the first change that has been painted. @returns ms */
function feedback(): Promise<number> {
  const page = pageWindow();
  if (page === undefined) throw new Error('no page is open');
  return new Promise((resolve, reject) => {
    let began: number | undefined;
    let changed = false;
    const watcher = new MutationObserver(() => (changed ||= began !== undefined));
    watcher.observe(page.document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const touched = ({ timeStamp }: Event): void => {
      // Counted from when the page's document began, not from ours.
      began ??= timeStamp + page.performance.timeOrigin - performance.timeOrigin;
    };
    page.addEventListener('touchstart', touched, { capture: true, once: true });
    afterFrames(() => changed, 'a change after the touch').then((painted_ms) => {
      watcher.disconnect();
      resolve(painted_ms - (began ?? NaN));
    }, reject);
  });
}

let isMarking = false;

/** Marks each frame until `stop`. */
function markFrames(): void {
  isMarking = true;
  const frame = (): void => {
    performance.mark(FRAME_MARK);
    if (isMarking) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

const acts: Acts = { open, feedback, markFrames, stop: () => void (isMarking = false) };

// Pages are frames of their own.
if (window === window.top) globalThis.__acts = acts;
