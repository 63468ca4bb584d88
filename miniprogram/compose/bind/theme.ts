// The theme on every page: `behaviors: [themed]` and `<view class="page {{themeClass}}">` is all a page does.
import { reaction } from 'mobx-miniprogram';
import { wxTheme } from '../../platform/theme';
import { ThemeStore } from '../../stores/theme';
import { pageReady } from '../launch/first-paint';
import { oncePerCore } from '../once';
import { bound, whileAttached } from './bound';
import { cameToFront, wentBehind } from './front';

export type { ThemeChoice } from '../../stores/theme';

/** The one theme store of the app. */
export const useTheme = oncePerCore((core) => new ThemeStore(wxTheme(), core.store.area('app')));

/** The same values as in theme.json, which alone serves while the system decides (a test compares them). */
const bars = {
  light: { text: '#000000', bar: '#ffffff', background: '#f3f6f6', loading: 'dark' },
  dark: { text: '#ffffff', bar: '#182020', background: '#0f1414', loading: 'light' },
} as const;

/**
 * Colours the window of the page on top. Failures are ignored: the page may be gone, or this host may have no
 * navigation bar on a tab, and nothing depends on the colours.
 */
function paintWindow(shown: keyof typeof bars): void {
  const { text, bar, background, loading } = bars[shown];
  const ignore = (): void => undefined;
  wx.setNavigationBarColor({ frontColor: text, backgroundColor: bar, fail: ignore });
  wx.setBackgroundColor({
    backgroundColor: background,
    backgroundColorTop: background,
    backgroundColorBottom: background,
    fail: ignore,
  });
  wx.setBackgroundTextStyle({ textStyle: loading, fail: ignore });
}

/** What the behavior keeps beside the data. */
interface Themed {
  onTop: boolean;
  /** The theme that this page's window was last painted in; absent while theme.json alone colours it. */
  painted?: keyof typeof bars;
}
const pages = new WeakMap<object, Themed>();

/** Paints only when the choice differs from what the window shows by itself, and only the page on top. */
function repaint(page: object): void {
  const state = pages.get(page);
  const theme = useTheme();
  if (state === undefined || !state.onTop || state.painted === theme.shown) return;
  if (state.painted === undefined && theme.choice === 'system') return;
  state.painted = theme.shown;
  paintWindow(theme.shown);
}

/** Gives a page `themeClass` and its window's colours. */
export const themed = Behavior({
  behaviors: [bound],
  data: { themeClass: '' },
  lifetimes: {
    attached() {
      const theme = useTheme();
      pages.set(this, { onTop: false });
      whileAttached(
        this,
        reaction(
          () => theme.themeClass,
          (themeClass) => this.setData({ themeClass }),
          { fireImmediately: theme.themeClass !== '' },
        ),
        reaction(
          () => `${theme.choice} ${theme.shown}`,
          () => repaint(this),
        ),
      );
    },
    ready() {
      pageReady();
    },
    detached() {
      wentBehind(this);
    },
  },
  pageLifetimes: {
    show() {
      const state = pages.get(this);
      if (state !== undefined) state.onTop = true;
      cameToFront(this);
      repaint(this);
    },
    hide() {
      const state = pages.get(this);
      if (state !== undefined) state.onTop = false;
      wentBehind(this);
    },
  },
});
