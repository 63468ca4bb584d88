// Every built-in component that WeChat documents, or did and still has, whether the preview has it or not.

export const OFFICIAL: readonly string[] = `
action-sheet action-sheet-cancel action-sheet-item ad ad-custom audio button camera canvas channel-live channel-video checkbox checkbox-group cover-image cover-view
custom-wrapper double-tap-gesture-handler draggable-sheet editor editor-portal force-press-gesture-handler form
functional-page-navigator grid-view horizontal-drag-gesture-handler icon image input keyboard-accessory label
list-builder list-view loading live-player live-pusher long-press-gesture-handler map match-media modal movable-area movable-view
navigation-bar navigator nested-scroll-body nested-scroll-header official-account official-account-publish open-container
open-data page-container page-meta pan-gesture-handler picker picker-view picker-view-column progress radio radio-group
rich-text root-portal scale-gesture-handler scroll-view selection share-element slider snapshot span sticky-header
sticky-section store-coupon store-home store-product swiper swiper-item switch tap-gesture-handler text textarea toast
vertical-drag-gesture-handler video view voip-room web-view xr-scene
`
  .trim()
  .split(/\s+/);
