Component({
  data: {
    selected: 0,
    list: [
      { path: '/pages/home/home', text: 'Home' },
      { path: '/pages/mine/mine', text: 'Mine' },
    ],
  },
  methods: {
    go({ currentTarget }: WechatMiniprogram.TouchEvent) {
      wx.switchTab({ url: currentTarget.dataset['path'] as string });
    },
  },
});
