// Leaving a page for where the person was.
import { HOME } from '../../routes';
import type { Route } from '../../routes';

interface OpenPage {
  route: string;
  options?: Record<string, string | undefined>;
}

/**
 * Goes to `back`, or one page back, or home: whichever is possible first. A page that is already below in the stack
 * is returned to, not opened twice.
 */
export function leaveTo(back: Route | null): void {
  const pages = getCurrentPages() as unknown as OpenPage[];
  const below = pages[pages.length - 2];
  if (back?.tab === true) {
    void wx.switchTab({ url: back.url });
  } else if (below && (back === null || sameAddress(below, back.url))) {
    void wx.navigateBack();
  } else if (back) {
    void wx.redirectTo({ url: back.url, fail: () => void wx.switchTab({ url: HOME }) });
  } else {
    void wx.switchTab({ url: HOME });
  }
}

function sameAddress({ route, options = {} }: OpenPage, url: string): boolean {
  const [path = '', query = ''] = url.slice(1).split('?');
  if (path !== route) return false;
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .every((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return options[name] === value;
    });
}
