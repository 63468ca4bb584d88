import type { FixtureApp } from '../../app';

Page({
  onLoad() {
    getApp<FixtureApp>().note('mine load');
  },
  onShow() {
    const bar = this.getTabBar() as WechatMiniprogram.Component.TrivialInstance;
    bar.setData({ selected: 1 });
    getApp<FixtureApp>().note('mine show');
  },
  onHide() {
    getApp<FixtureApp>().note('mine hide');
  },
});
