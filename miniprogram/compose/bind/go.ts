// Every move from page to page. One at a time: a second tap while a page is on its way, or on what is in front already, opens
// nothing. What WeChat refuses (a package that cannot be fetched, ten pages) is said, and the next tap tries again.
import type { Off } from '../../platform/ports';
import { useCore } from './page';

/** WeChat's limit of pages in the stack. */
const MOST_PAGES = 10;
/** How long a move that WeChat never answers blocks other moves, ms. */
const GIVE_UP_MS = 10_000;

interface Moving {
  ended: Promise<void>;
}
let moving: Moving | undefined;

/**
 * Resolves when no move is under way. For pages that the app opens by itself, which must not be lost; a tap during a
 * move is dropped.
 */
export async function stoodStill(): Promise<void> {
  while (moving !== undefined) await moving.ended;
}

/** @returns false when it was refused, or another move is under way; never rejects */
async function move(run: () => Promise<unknown>, said: boolean): Promise<boolean> {
  if (moving !== undefined) return false;
  let end = (): void => undefined;
  const own: Moving = { ended: new Promise((resolve) => (end = resolve)) };
  moving = own;
  const release = (): void => {
    if (moving === own) moving = undefined;
    end();
  };
  const stop: Off = useCore().platform.timers.after(GIVE_UP_MS, release);
  try {
    await run();
    return true;
  } catch {
    if (said) say(useCore().network.connected ? '页面没有打开，请再试一次' : '网络未连接，页面没有打开');
    return false;
  } finally {
    stop();
    release();
  }
}

function say(title: string): void {
  void wx.showToast({ title, icon: 'none', duration: 3_000 });
}

/**
 * Opens a page above the present one, or in its place when ten pages are open already. @returns whether it is open;
 * never rejects
 */
export function openPage(url: string): Promise<boolean> {
  const pages = getCurrentPages() as unknown as OpenPage[];
  const top = pages[pages.length - 1];
  if (top !== undefined && isAt(top, url)) return Promise.resolve(true);
  if (pages.length < MOST_PAGES) return move(() => wx.navigateTo({ url }), true);
  return replacePage(url).then((is_there) => {
    if (is_there) say('打开的页面较多，已替换上一个页面');
    return is_there;
  });
}

/**
 * Opens a page in the present one's place.
 * @param said false where the caller has a way of its own when it is refused
 * @returns whether it is open; never rejects
 */
export const replacePage = (url: string, said = true): Promise<boolean> =>
  move(() => wx.redirectTo({ url }), said);

/** Shows a tab; the pages above it end. @returns whether it is shown; never rejects */
export const openTab = (url: string): Promise<boolean> => move(() => wx.switchTab({ url }), true);

/** Shows tabs one after the other, for what each does when it is shown; the last one stays. Never rejects. */
export async function openTabs(urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    await stoodStill();
    await openTab(url);
  }
}

/** One page back. @returns whether there was one; never rejects */
export const goBack = (): Promise<boolean> => move(() => wx.navigateBack(), true);

/** A page of the stack, as far as its address goes. */
export interface OpenPage {
  route: string;
  options?: Record<string, string | undefined>;
}

/** Whether a page is the one of this address. @param url with a slash in front */
export function isAt({ route, options = {} }: OpenPage, url: string): boolean {
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
