Page({
  data: { on: false },
  onTap() {
    this.setData({ on: !this.data.on });
  },
});
