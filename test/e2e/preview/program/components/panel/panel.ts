import type { FixtureApp } from '../../app';

Component({
  lifetimes: {
    ready() {
      getApp<FixtureApp>().note('panel ready');
    },
  },
});
