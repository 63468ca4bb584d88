// Pull-down refresh of a page, by finger or by wx.startPullDownRefresh.
import type { TouchWatcher } from '../events/bridge';
import type { Page } from './page';

/** Pulled further than this (CSS px, after damping) and let go, the page refreshes; it rests there meanwhile. */
export const REFRESH_AT_PX = 56;
const FARTHEST_PX = 90;
const DAMPING = 0.5;

export interface PullDown extends TouchWatcher {
  begin(): void;
  finish(): void;
}

/** @param enabled `enablePullDownRefresh` of the page */
export function createPullDown(page: Page, enabled: boolean): PullDown {
  let refreshing = false;
  let from: number | null = null;
  let distance = 0;
  const rest = (px: number): void => {
    distance = px;
    page.slot.setPull({ distance: px, state: refreshing ? 'refreshing' : 'pulling', animated: true });
  };
  const begin = (): void => {
    if (refreshing) return;
    refreshing = true;
    rest(REFRESH_AT_PX);
    page.call('onPullDownRefresh');
  };
  return {
    begin,
    finish() {
      if (!refreshing) return;
      refreshing = false;
      rest(0);
    },
    start(point) {
      from = enabled && !refreshing && page.window.scrollY <= 0 ? point.clientY : null;
    },
    move(point) {
      if (from === null || page.window.scrollY > 0) return false;
      const pulled = (point.clientY - from) * DAMPING;
      if (pulled <= 0) return false;
      distance = Math.min(pulled, FARTHEST_PX);
      page.slot.setPull({
        distance,
        state: distance >= REFRESH_AT_PX ? 'ready' : 'pulling',
        animated: false,
      });
      return true;
    },
    end() {
      const held = from !== null && distance > 0;
      from = null;
      if (!held || refreshing) return;
      if (distance >= REFRESH_AT_PX) begin();
      else rest(0);
    },
  };
}
