// What every page of a list does alike: pulled down, scrolled to its end, tapped below, tried again.
import type { Progress } from '../../stores/list/progress';
import { pulled } from './here';

export { brokenLink, NO_FAILURE, SILENT_LIST } from '../../stores/list/words';

/** The list, or several as one: a `PagedList` is one. */
export interface ListSource {
  readonly adding: Progress;
  refresh(): Promise<void>;
  reload(): Promise<void>;
  loadMore(): Promise<void>;
}

/** A page whose data has the fields of `SILENT_LIST`. */
interface ListPage {
  data: { failed_action?: string; footer_action?: boolean };
}

/**
 * A behavior with `onPullDownRefresh`, `onReachBottom`, `onMore` (the line below the list) and `onRetry`.
 * @param list the page's; nothing while nobody is signed in
 * @param signIn where a failure asks for it: the page's own way to the sign-in page
 */
export const listPage = (
  list: (page: object) => ListSource | null | undefined,
  signIn: (page: object) => void,
) =>
  Behavior({
    methods: {
      onPullDownRefresh(this: ListPage) {
        void pulled(list(this)?.reload());
      },
      onReachBottom(this: ListPage) {
        // What failed is tried again by a tap, not by every move of a finger.
        if (list(this)?.adding.state !== 'failed') void list(this)?.loadMore();
      },
      onMore(this: ListPage) {
        if (this.data.footer_action === true) void list(this)?.loadMore();
      },
      onRetry(this: ListPage) {
        if (this.data.failed_action === 'sign_in') signIn(this);
        else void list(this)?.refresh();
      },
    },
  });
