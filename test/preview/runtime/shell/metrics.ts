// Sizes of the simulated phone: an iPhone 14 by default, with the bars where WeChat has them.
import type { ScreenMetrics } from '../ports/shell';

const STATUS_BAR = 47;
const NAVIGATION_BAR = 44;
const TAB_BAR = 49;
const HOME_INDICATOR = 34;
const CAPSULE = { width: 87, height: 32, right: 7, top: 6 };

/** @param width of the screen in CSS px @param height of the screen in CSS px */
export function measure(width: number, height: number): ScreenMetrics {
  return {
    screenWidth: width,
    screenHeight: height,
    pixelRatio: window.devicePixelRatio || 1,
    statusBarHeight: STATUS_BAR,
    navigationBarHeight: NAVIGATION_BAR,
    tabBarHeight: TAB_BAR,
    safeBottom: HOME_INDICATOR,
    menuButton: {
      left: width - CAPSULE.right - CAPSULE.width,
      top: STATUS_BAR + CAPSULE.top,
      width: CAPSULE.width,
      height: CAPSULE.height,
    },
  };
}
