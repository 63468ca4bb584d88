// Runs in the browser before the host does, and sees when the first content has been painted and when onReady has run.
import { afterFrames } from '../../inside/frames';
import { isShown, pageWindow } from '../../inside/shown';
import { BEGIN_MARK, CONTENT_MARK } from '../trace';
import { countCalls } from './calls';
import type { Seen } from './seen';

const READS = ['getStorageSync', 'getStorageInfoSync', 'batchGetStorageSync'] as const;
const REQUESTS = ['request', 'uploadFile', 'downloadFile', 'connectSocket'] as const;

function watch(): void {
  performance.mark(BEGIN_MARK);
  const text = __startText;
  const calls = countCalls([...READS, ...REQUESTS]);
  const count = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);
  let content: Omit<Seen, 'ready_ms'> | undefined;
  let ready_ms: number | undefined;
  let done: Seen | undefined;
  let tell = (_seen: Seen): void => undefined;
  globalThis.__startSeen = new Promise<Seen>((resolve) => (tell = resolve));

  const look = (now: number): void => {
    // Before looking, which costs time as well: the last one stands where the content had been painted.
    if (content === undefined) performance.mark(CONTENT_MARK);
    // Absent until the program runs: what is kept of a page is shown before.
    const host = globalThis.__host;
    const page = pageWindow();
    if (page === undefined) return;
    if (host?.pages().at(-1)?.ready === true) ready_ms ??= now;
    if (content === undefined && isShown(page, text)) {
      content = {
        first_content_ms: now,
        nodes: page.document.querySelectorAll(':root > :not(head), :root > :not(head) *').length,
        setdata_calls: host?.stats().total.calls ?? 0,
        requests: count(REQUESTS),
        storage_reads: count(READS),
        js_bytes: __preview.loaded().executed.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    }
    if (content === undefined || ready_ms === undefined) return;
    done = { ...content, ready_ms };
    tell(done);
  };

  // That it did not come is told by who loads the page.
  afterFrames((painted_ms) => {
    look(painted_ms);
    return done !== undefined;
  }, text).catch(() => undefined);
}

// Pages are frames of their own.
if (window === window.top) watch();
