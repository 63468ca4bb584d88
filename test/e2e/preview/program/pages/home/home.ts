import type { FixtureApp } from '../../app';

const { note } = getApp<FixtureApp>();

Page({
  data: { title: 'home', asked: '' },
  started: [] as string[],
  onLoad(query) {
    note.call(getApp<FixtureApp>(), `home load ${JSON.stringify(query)} of ${getCurrentPages().length}`);
    this.started.push('load');
  },
  onShow() {
    note.call(getApp<FixtureApp>(), 'home show');
  },
  onReady() {
    note.call(getApp<FixtureApp>(), 'home ready');
  },
  onHide() {
    note.call(getApp<FixtureApp>(), 'home hide');
  },
  onUnload() {
    note.call(getApp<FixtureApp>(), 'home unload');
  },
  onTabItemTap({ index, text }) {
    note.call(getApp<FixtureApp>(), `home tab ${index} ${text}`);
  },
  openSecond() {
    wx.navigateTo({
      url: '../second/second?name=%E5%90%8D&n=1',
      events: { answer: (value: string) => this.setData({ asked: value }) },
      success: ({ eventChannel }) => eventChannel.emit('ask', 'hello'),
    });
  },
});
