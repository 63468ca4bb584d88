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
  scrollIntoViewWithinExtent: Boolean,
  scrollWithAnimation: Boolean,
  scrollAnchoring: Boolean,
  enableFlex: Boolean,
  enableBackToTop: Boolean,
  enablePassive: { type: null, value: false },
  enhanced: Boolean,
  bounces: { type: Boolean, value: true },
  showScrollbar: { type: Boolean, value: true },
  pagingEnabled: Boolean,
  fastDeceleration: Boolean,
  type: { type: String, value: 'list' },
  reverse: Boolean,
  clip: { type: Boolean, value: true },
  cacheExtent: Number,
  associativeContainer: String,
  usingSticky: Boolean,
  refresherEnabled: Boolean,
  refresherThreshold: { type: Number, value: 45 },
  refresherDefaultStyle: { type: String, value: 'black' },
  refresherBackground: String,
  refresherTriggered: Boolean,
  minDragDistance: { type: Number, value: 18 },
  throttle: { type: Boolean, value: true },
} as const;

export type ScrollHost = BuiltinHost<Values<typeof scrollProperties>>;
