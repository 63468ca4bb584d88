Page({
  data: { scrolled: 0, bottoms: 0, refreshes: 0, answers: null as unknown, visible: [] as number[] },
  onPageScroll({ scrollTop }) {
    this.setData({ scrolled: scrollTop });
  },
  onReachBottom() {
    this.setData({ bottoms: this.data.bottoms + 1 });
  },
  onPullDownRefresh() {
    this.setData({ refreshes: this.data.refreshes + 1 });
    wx.stopPullDownRefresh();
  },
  ask() {
    return new Promise((resolve) => {
      wx.createSelectorQuery()
        .select('#first')
        .fields({ id: true, dataset: true, rect: true, size: true, computedStyle: ['marginTop'] })
        .selectAll('.block')
        .boundingClientRect()
        .select('#panel >>> .deep')
        .fields({ dataset: true })
        .select('#nothing')
        .boundingClientRect()
        .selectViewport()
        .scrollOffset()
        .select('#canvas')
        .node()
        .exec(([first, all, deep, nothing, viewport, canvas]) =>
          resolve({
            first,
            count: all.length,
            deep,
            nothing,
            viewport,
            canvas: typeof canvas?.node?.getContext,
          }),
        );
    });
  },
  watchLow() {
    this.createIntersectionObserver({ thresholds: [0, 1] })
      .relativeToViewport()
      .observe('#low', ({ intersectionRatio }) =>
        this.setData({ visible: [...this.data.visible, intersectionRatio] }),
      );
  },
  fill(kilobytes: number) {
    this.setData({ answers: 'x'.repeat(kilobytes * 1024) });
  },
});
