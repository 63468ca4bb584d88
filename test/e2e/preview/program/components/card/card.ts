import type { FixtureApp } from '../../app';

Component({
  properties: { label: { type: String, observer: 'onLabel' } },
  lifetimes: {
    attached() {
      getApp<FixtureApp>().note('card attached');
    },
    ready() {
      getApp<FixtureApp>().note('card ready');
    },
  },
  methods: {
    onLabel(value: string) {
      getApp<FixtureApp>().note(`card label ${value}`);
    },
  },
});
