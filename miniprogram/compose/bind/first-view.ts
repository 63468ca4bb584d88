// What a tab shows when it is opened next, before its logic runs (`initialRenderingCache: "dynamic"`): what it shows now, as
// long as whoever it belongs to is signed in.
import { autorun, reaction } from 'mobx-miniprogram';
import type { Off } from '../../platform/ports';
import { signedIn } from './here';

/** WeChat draws the page once more for it: not while somebody waits for the page itself, ms. */
const REST_MS = 2_000;

/** Laid over the page's own data. */
export type FirstView = Record<string, unknown>;

/** What WeChat gives such a page; null: nothing is shown. */
interface FirstViewPage {
  setInitialRenderingCache(view: FirstView | null): void;
}

/**
 * Bind in `attached`, call what it answers in `detached`. What is kept goes as soon as somebody signs in or out while the page
 * lives; a page that WeChat has not opened in this run of the app cannot be told, and keeps it until it is.
 * @param view observable; nothing while the page does not show what it would begin with
 * @param onKept told each time that something is kept
 */
export function bindFirstView(
  page: FirstViewPage,
  view: () => FirstView | undefined,
  onKept: (view: FirstView) => void = () => undefined,
): Off {
  let kept = '';
  const forget = (): void => {
    kept = '';
    page.setInitialRenderingCache(null);
  };
  const unwatch = reaction(() => signedIn().join(), forget);
  const keep = autorun(
    () => {
      const now = view();
      const words = JSON.stringify(now ?? null);
      if (now === undefined || words === kept) return;
      kept = words;
      page.setInitialRenderingCache(now);
      onKept(now);
    },
    { delay: REST_MS },
  );
  return () => {
    unwatch();
    keep();
  };
}
