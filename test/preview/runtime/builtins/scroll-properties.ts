// What a scroll-view can be told.
import type { BuiltinHost } from './define';
import type { Values } from './properties';

export const scrollProperties = {
  scrollX: Boolean,
  scrollY: Boolean,
  upperThreshold: { type: null, value: 50 },
  lowerThreshold: { type: null, value: 50 },
  scrollTop: { type: null, value: null },
  scrollLeft: { type: null, value: null },
  scrollIntoView: String,
  scrollIntoViewOffset: Number,
  scrollIntoViewAlignment: { type: String, value: 'start' },
  scrollWithAnimation: Boolean,
  enableFlex: Boolean,
  enhanced: Boolean,
  bounces: { type: Boolean, value: true },
  showScrollbar: { type: Boolean, value: true },
  pagingEnabled: Boolean,
  reverse: Boolean,
  clip: { type: Boolean, value: true },
  padding: null,
  refresherEnabled: Boolean,
  refresherThreshold: { type: Number, value: 45 },
  refresherDefaultStyle: { type: String, value: 'black' },
  refresherBackground: String,
  refresherTriggered: Boolean,
} as const;

/** Properties that a browser needs no telling of: it scrolls smoothly and anchors the scroll position by itself. */
export const ignoredByScrollView =
  'scrollAnchoring enableBackToTop enablePassive fastDeceleration type cacheExtent associativeContainer usingSticky ' +
  'minDragDistance throttle+ scrollIntoViewWithinExtent refresherTwoLevelEnabled refresherTwoLevelTriggered ' +
  'refresherTwoLevelThreshold refresherTwoLevelCloseThreshold refresherTwoLevelScrollEnabled ' +
  'refresherBallisticRefreshEnabled refresherTwoLevelPinned';

export type ScrollHost = BuiltinHost<Values<typeof scrollProperties>>;
