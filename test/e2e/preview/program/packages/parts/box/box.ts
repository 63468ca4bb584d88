import type { FixtureApp } from '../../../app';
import { say } from '../words';

const note = (line: string): void => getApp<FixtureApp>().note(`box ${line}`);

// Everything of a component that comes late: properties, an event, a slot, a component of the main package, one of a third package.
Component({
  properties: { label: String },
  data: { mark: '' },
  lifetimes: {
    created: () => note('created'),
    attached() {
      note(`attached ${this.data.label}`);
      this.setData({ mark: say('mark') });
    },
    ready: () => note('ready'),
    detached: () => note('detached'),
  },
  pageLifetimes: { show: () => note('show'), hide: () => note('hide') },
  methods: {
    press() {
      this.triggerEvent('press', { label: this.data.label });
    },
  },
});
