// A tab page whose body lies in a package: bones until it is there, a way to try again where it cannot be fetched, and the
// page's own events handed on to it.
import type { LatePackage } from '../../stores/service/late-package';
import { failureIn } from '../../stores/list/progress';
import { failedFields, failedWords, NO_FAILURE } from '../../stores/list/words';
import { bound, whileAttached } from './bound';
import { bindStore } from './page';

/** The body, as far as the page's events concern it; its tag has `id="body"`. */
interface Body {
  onPullDownRefresh?(): void;
  onReachBottom?(): void;
}

interface Shell {
  data: { shows?: number };
  setData(data: Record<string, unknown>): void;
  selectComponent(selector: string): Body | null;
}

/**
 * Gives the page `body` (`signed_out | loading | failed | ready`), `shows` (how often the page was shown; the body is a
 * component that may come after the page's `show`, so it is given this instead), the words of a failure, and
 * `onRetryBody`.
 * @param wanted whether the person has this tab at all; the package is not fetched for anybody else
 */
export const latePage = <Entry>(late: () => LatePackage<Entry>, wanted: () => boolean) => {
  const failed = () => failedWords(failureIn(late().fetching));
  const body = (): string => {
    if (!wanted()) return 'signed_out';
    if (late().entry !== null) return 'ready';
    return late().fetching.state === 'failed' ? 'failed' : 'loading';
  };
  return Behavior({
    behaviors: [bound],
    data: { body: 'loading', shows: 0, ...NO_FAILURE },
    lifetimes: {
      attached() {
        whileAttached(
          this,
          bindStore(this, {
            body,
            ...failedFields(failed),
          }),
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
