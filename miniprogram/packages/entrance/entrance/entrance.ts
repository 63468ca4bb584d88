// The staff's way in: signs in by WeChat, then shows where the review of the person stands, or leads on.
import { component } from '../../../compose/bind/component';
import { whileAttached } from '../../../compose/bind/bound';
import { confirmed } from '../../../compose/bind/dialogs';
import { openPage, replacePage } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { here, pulled } from '../../../compose/bind/here';
import { leaveTo } from '../../../compose/bind/leave';
import { bindStore, useCore } from '../../../compose/bind/page';
import { bindSmallList } from '../../../compose/bind/small-list';
import { themed } from '../../../compose/bind/theme';
import type { Off } from '../../../platform/ports';
import { applyUrl, HOME, knownRoute, TAB_URLS } from '../../../routes';
import type { Route } from '../../../routes';
import { NO_FAILURE } from '../../../compose/bind/list-page';
import {
  entranceFailure,
  entranceFields,
  explainEnded,
  sentRows,
  signOutStaff,
  useEntrance,
  watchOnward,
} from '../compose/gate';
import type { SentRow } from '../stores/apply/apply-view';
import { stepsOf } from './steps';

interface Opened {
  back: Route | null;
  /** Somebody who asked to come in, by a tap in the app or on a link to here. */
  asked: boolean;
  stops: Off[];
}
const pages = new WeakMap<object, Opened>();

const TASKS: Route = { url: TAB_URLS.tasks, tab: true };

component({
  behaviors: [themed],
  data: {
    state: 'loading',
    reason: '',
    icon: '',
    tone: 'off',
    title: '',
    text: '',
    review_reason: '',
    asking: false,
    said: '',
    notice: '',
    ...NO_FAILURE,
    sent: [] as SentRow[],
    steps: stepsOf('pending'),
    all_done: stepsOf('approved'),
  },
  lifetimes: {
    attached() {
      pages.set(this, { back: null, asked: false, stops: [] });
      whileAttached(
        this,
        bindSmallList(this, 'sent', sentRows),
        bindStore(this, entranceFields()),
        healing(useCore().xcx, entranceFailure, () => void useEntrance().look()),
      );
    },
    detached() {
      this.unwatch();
      useEntrance().leave();
    },
  },
  pageLifetimes: {
    show() {
      const opened = pages.get(this);
      if (opened === undefined) return;
      // A person who was signed out is not signed in again by itself: they read why, and tap.
      if (opened.asked || useCore().session.staff.state === 'signed_in') void useEntrance().look();
      opened.asked = false;
      opened.stops = [useEntrance().watch(), watchOnward((to) => this.leadOn(to))];
    },
    hide() {
      this.unwatch();
    },
  },
  methods: {
    onLoad({ back, reason }: Record<string, string | undefined>) {
      const opened = pages.get(this);
      if (opened === undefined) return;
      opened.back = knownRoute(back);
      opened.asked = reason === undefined;
      this.setData({ reason: explainEnded(reason) });
    },
    unwatch() {
      for (const stop of pages.get(this)?.stops.splice(0) ?? []) stop();
    },
    leadOn(to: 'apply' | 'in') {
      const { back = null } = pages.get(this) ?? {};
      if (to === 'in') void leaveTo(back ?? TASKS, HOME);
      else void replacePage(applyUrl(back?.url));
    },
    onLook() {
      return useEntrance().look();
    },
    onPullDownRefresh() {
      void pulled(useEntrance().look());
    },
    onApply() {
      void openPage(applyUrl(pages.get(this)?.back?.url));
    },
    onGoOn() {
      this.leadOn('in');
    },
    async onSignOut() {
      const asked = confirmed({
        title: '退出员工身份',
        content: '退出后，本机保存的员工资料会一并清除。再次进入只需微信确认。',
        confirmText: '退出',
        confirmColor: '#bf3127',
      });
      if (await here(this, asked)) void here(this, signOutStaff());
    },
  },
});
