import type { FixtureApp } from '../../app';

// A page written with Component(): the query arrives as properties too.
Component({
  properties: { name: String },
  data: { heard: '' },
  lifetimes: {
    attached() {
      getApp<FixtureApp>().note(`second attached ${this.data.name} of ${getCurrentPages().length}`);
    },
    ready() {
      getApp<FixtureApp>().note('second component ready');
    },
  },
  pageLifetimes: {
    show() {
      getApp<FixtureApp>().note('second component show');
    },
  },
  methods: {
    onLoad(query: Record<string, string>) {
      getApp<FixtureApp>().note(`second load ${query['name'] ?? ''}`);
      const channel = this.getOpenerEventChannel();
      channel.on?.('ask', (word: string) => {
        this.setData({ heard: word });
        channel.emit?.('answer', `${word} back`);
      });
    },
    onReady() {
      getApp<FixtureApp>().note('second ready');
    },
    onUnload() {
      getApp<FixtureApp>().note('second unload');
    },
  },
});
