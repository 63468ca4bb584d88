// Page scroll: onPageScroll, onReachBottom and wx.pageScrollTo.
import type { Page } from './page';

const DEFAULT_BOTTOM_PX = 50;

/** @param bottomPx `onReachBottomDistance` */
export function watchScroll(page: Page, bottomPx = DEFAULT_BOTTOM_PX): void {
  const view = page.window;
  let atBottom = false;
  view.addEventListener(
    'scroll',
    () => {
      if (page.state !== 'shown') return;
      page.call('onPageScroll', { scrollTop: view.scrollY });
      const reached =
        view.scrollY + view.innerHeight >= view.document.documentElement.scrollHeight - bottomPx;
      if (reached && !atBottom) page.call('onReachBottom');
      atBottom = reached;
    },
    { passive: true },
  );
}

export interface ScrollTarget {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  durationMs?: number;
}

export function scrollPage(
  page: Page,
  { scrollTop, selector, offsetTop = 0, durationMs = 300 }: ScrollTarget,
): void {
  const view = page.window;
  const found = selector === undefined ? null : page.component?.getShadowRoot()?.querySelector(selector)?.$$;
  if (selector !== undefined && !found) return;
  const top = found ? found.getBoundingClientRect().top + view.scrollY + offsetTop : (scrollTop ?? 0);
  view.scrollTo({ top, behavior: durationMs === 0 ? 'instant' : 'smooth' });
}
