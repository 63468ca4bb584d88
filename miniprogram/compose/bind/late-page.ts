// A tab page whose body lies in a package: bones until it is there, a way to try again where it cannot be fetched, and the
// page's own events handed on to it.
import type { Off } from '../../platform/ports';
import type { LatePackage } from '../../stores/service/late-package';
import { autorun } from 'mobx-miniprogram';
import { failureIn } from '../../stores/list/progress';
import { failedFields, failedWords, NO_FAILURE } from '../../stores/list/words';
import type { LateView } from '../late-view';
import { bound, whileAttached } from './bound';
import { bindFirstView } from './first-view';
import type { FirstView } from './first-view';
import { noteKept, noteOpened } from './kept-views';
import { bindStore } from './page';
import { useTheme } from './theme';

/** The body, as far as the page's events concern it; its tag has `id="body"`. */
interface Body {
  onPullDownRefresh?(): void;
  onReachBottom?(): void;
}

interface Shell {
  data: { shows?: number; first?: unknown };
  setData(data: Record<string, unknown>): void;
  selectComponent(selector: string): Body | null;
}

/**
 * Gives the page `body` (`signed_out | loading | failed | ready`), `first` (what it showed last, for the bones), `shows`
 * (how often the page was shown; the body is a component that may come after the page's `show`, so it is given this
 * instead), the words of a failure, and `onRetryBody`.
 * @param wanted whether the person has this tab at all; the package is not fetched for anybody else
 * @param view what it showed last
 */
export const latePage = <Entry>(
  late: () => LatePackage<Entry>,
  wanted: () => boolean,
  view: LateView<unknown>,
) => {
  const failed = () => failedWords(failureIn(late().fetching));
  const body = (): string => {
    if (!wanted()) return 'signed_out';
    if (late().entry !== null) return 'ready';
    return late().fetching.state === 'failed' ? 'failed' : 'loading';
  };
  /** What the page begins with next time. */
  const firstView = (): FirstView => {
    const begins = wanted()
      ? { body: 'loading', first: view.current() }
      : { body: 'signed_out', first: null };
    return { ...begins, themeClass: useTheme().themeClass };
  };
  /** The bones show it; while the body stands in their place, it is not wanted on the page. */
  const bindFirst = (page: Pick<Shell, 'data' | 'setData'>): Off =>
    autorun(() => {
      if (body() !== 'loading') return;
      const first = view.current();
      if (first !== page.data.first) page.setData({ first });
    });
  return Behavior({
    behaviors: [bound],
    data: { body: 'loading', first: null, shows: 0, ...NO_FAILURE },
    lifetimes: {
      attached() {
        noteOpened(view.tab);
        whileAttached(
          this,
          bindFirst(this),
          bindStore(this, {
            body,
            ...failedFields(failed),
          }),
          bindFirstView(this, firstView, ({ first }) => noteKept(view.tab, first !== null)),
        );
      },
    },
    pageLifetimes: {
      show(this: Shell) {
        this.setData({ shows: (this.data.shows ?? 0) + 1 });
        if (wanted()) void late().load();
      },
    },
    methods: {
      onPullDownRefresh(this: Shell) {
        const shown = this.selectComponent('#body');
        if (shown?.onPullDownRefresh === undefined) void wx.stopPullDownRefresh();
        else shown.onPullDownRefresh();
      },
      onReachBottom(this: Shell) {
        this.selectComponent('#body')?.onReachBottom?.();
      },
      onRetryBody() {
        void late().load();
      },
    },
  });
};
