// The life of a page in WeChat's order: onLoad, onShow, ready of its components, onReady, onHide, onUnload.
import type { Page } from './page';

/** Makes a page visible. @param afterShow runs between onShow and onReady, with the bars to be drawn */
export function showPage(page: Page): void {
  page.slot.setActive(true);
  if (page.state === 'shown' || page.state === 'gone') return;
  page.state = 'shown';
  const first = !page.loaded;
  if (first) {
    page.loaded = true;
    page.call('onLoad', page.query);
  }
  page.call('onShow');
  page.pageLifetime('show');
  // After the queue of component `ready`, which was filled when the tree was attached.
  if (first) setTimeout(() => becomeReady(page), 0);
}

function becomeReady(page: Page): void {
  if (page.state === 'gone') return;
  page.call('onReady');
  page.becomeReady();
}

export function hidePage(page: Page): void {
  if (page.state === 'shown') {
    page.state = 'hidden';
    page.call('onHide');
    page.pageLifetime('hide');
  }
  page.slot.setActive(false);
}

export function unloadPage(page: Page): void {
  if (page.state === 'gone') return;
  if (page.loaded) page.call('onUnload');
  page.state = 'gone';
  page.release();
}
