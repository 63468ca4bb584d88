// What a swiper can be told.

export const swiperProperties = {
  indicatorDots: Boolean,
  indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
  indicatorActiveColor: { type: String, value: '#000000' },
  autoplay: Boolean,
  current: Number,
  interval: { type: Number, value: 5000 },
  duration: { type: Number, value: 500 },
  circular: Boolean,
  vertical: Boolean,
  previousMargin: { type: String, value: '0px' },
  nextMargin: { type: String, value: '0px' },
  displayMultipleItems: { type: Number, value: 1 },
  easingFunction: { type: String, value: 'default' },
  currentItemId: String,
} as const;

export const ignoredBySwiper =
  'snapToEdge skipHiddenItemLayout cacheExtent acceleration disableProgrammaticAnimation layoutType transformerType ' +
  'indicatorType indicatorMargin indicatorSpacing indicatorRadius indicatorWidth indicatorHeight indicatorAlignment ' +
  'indicatorOffset scrollWithAnimation';
