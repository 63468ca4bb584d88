// One item: what it is, until when it is good, what may be done with it, and what happened to it so far. Its code is asked
// for on a sheet of this page, and shown on the next.
import { component } from '../../../compose/bind/component';
import { bindStore, useCore } from '../../../compose/bind/page';
import { whileAttached } from '../../../compose/bind/bound';
import { here, pulled } from '../../../compose/bind/here';
import { confirmed, copied, onlyOne } from '../../../compose/bind/dialogs';
import { openPage, openTab } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { bindSmallList } from '../../../compose/bind/small-list';
import { afterPaint, staged } from '../../../compose/bind/staged';
import { themed } from '../../../compose/bind/theme';
import {
  askAbout,
  askFields,
  handOver,
  itemFields,
  showItem,
  showRedeemCard,
  whenMade,
} from '../compose/items';
import type { HeldCard } from '../compose/items';
import { conversationUrl, HOME, itemIdFrom, itemUrl, redeemUrl, signInUrl } from '../../../routes';
import { emptyItemView } from '../format/item-view';
import type { Off } from '../../../platform/ports';
import type { PerPerson } from '../../../stores/person/per-person';
import { brokenLink, NO_FAILURE } from '../../../compose/bind/list-page';
import type { ShownItem } from '../stores/item/item-view';
import { timelineSteps } from '../format/timeline-steps';
import type { TimelineStep } from '../format/timeline-steps';

interface Opened {
  item_id: string;
  shown: PerPerson<ShownItem>;
  /** The address asks for the sheet at once. */
  asks: boolean;
  /** The card of the code that the sheet asks for. */
  held: HeldCard | null;
  /** Ends what watches that card. */
  unwatch: Off;
}
const pages = new WeakMap<object, Opened>();

/** How long the button says that it copied, and the page that the item was used, ms. */
const SAID_MS = 2_000;

component({
  behaviors: [themed, staged],
  data: {
    ...emptyItemView,
    state: '',
    ...NO_FAILURE,
    stale_text: '',
    main_text: '',
    other_text: '',
    using: false,
    use_error: '',
    instructions: '',
    timeline_state: 'loading',
    steps: [] as TimelineStep[],
    signed_out: false,
    copied: false,
    just_used: false,
    sheet_open: false,
    asking: false,
    ask_error: '',
    inquiring: false,
    inquiry_error: '',
  },
  observers: {
    'state, main_action'(state: string, main_action: string) {
      const opened = pages.get(this);
      if (!opened?.asks || state !== 'ready') return;
      opened.asks = false;
      if (main_action === 'redeem') this.openSheet();
    },
  },
  pageLifetimes: {
    show() {
      pages.get(this)?.held?.see(true);
      afterPaint(this, () => void this.read());
    },
    hide() {
      pages.get(this)?.held?.see(false);
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const item_id = itemIdFrom(query);
      if (item_id === null) {
        this.setData(brokenLink('物品'));
        return;
      }
      const { v4 } = useCore();
      const shown = showItem(item_id);
      pages.set(this, { item_id, shown, asks: query['ask'] === '1', held: null, unwatch: () => undefined });
      const failed = () => {
        const timeline = shown.current?.timeline.current;
        return shown.current?.item.failure ?? (timeline?.state === 'failed' ? timeline.failure : null);
      };
      whileAttached(
        this,
        bindSmallList(this, 'steps', () => {
          const timeline = shown.current?.timeline.current;
          return timeline?.state === 'ready' ? timelineSteps(timeline.events, timeline.unreadable) : [];
        }),
        bindStore(
          this,
          itemFields(() => shown.current),
        ),
        healing(v4, failed, () => void this.read()),
        () => this.onSheetClose(),
        () => shown.dispose(),
      );
    },
    /** Each time the page is seen, and pulled down. */
    read() {
      const shown = pages.get(this)?.shown.current;
      return Promise.all([shown?.item.refresh(), shown?.timeline.refresh()]);
    },
    onPullDownRefresh() {
      void pulled(this.read());
    },
    onRetry() {
      const shown = pages.get(this)?.shown.current;
      if (this.data.failed_action === 'home') {
        void openTab(HOME);
        return;
      }
      void shown?.item.refresh();
      if (shown?.timeline.current.state === 'failed') void shown.timeline.refresh();
    },
    onTimelineRetry() {
      void pages.get(this)?.shown.current?.timeline.refresh();
    },
    onSignIn() {
      const item_id = pages.get(this)?.item_id ?? '';
      void openPage(signInUrl(itemUrl(item_id)));
    },
    onMain() {
      return this.act(this.data.main_action);
    },
    onOther() {
      return this.act(this.data.other_action);
    },
    async act(action: string) {
      const opened = pages.get(this);
      const shown = opened?.shown.current;
      if (!opened || !shown || shown.item.using) return;
      if (action === 'redeem') this.openSheet();
      if (action === 'show_code') await here(this, openPage(redeemUrl(opened.item_id)));
      if (action !== 'use') return;
      const asked = confirmed({
        title: '立即使用',
        content: `「${this.data.item_name}」使用后不能撤销。`,
        confirmText: '立即使用',
      });
      if (!(await here(this, asked))) return;
      await here(this, shown.item.use());
      void shown.timeline.refresh();
      if (shown.item.item?.status !== 'used') return;
      const { device, timers } = useCore().platform;
      void device.vibrate('medium');
      this.setData({ just_used: true });
      whileAttached(
        this,
        timers.after(SAID_MS, () => this.setData({ just_used: false })),
      );
    },
    /** The item is read anew while the person reads what a code means. */
    openSheet() {
      const opened = pages.get(this);
      if (!opened || opened.held !== null) return;
      const held = showRedeemCard(opened.item_id);
      const unbind = bindStore(
        this,
        askFields(() => held),
      );
      const unwatch = whenMade(held, () => this.showCode());
      Object.assign(opened, { held, unwatch: () => (unbind(), unwatch()) });
      this.setData({ sheet_open: true });
    },
    onAskCode() {
      pages.get(this)?.held?.card.current?.send({ type: 'ask_code' });
    },
    /** There is a code: the next page shows it. Where that was not opened the sheet is closed, and the item has the way. */
    async showCode() {
      const opened = pages.get(this);
      if (!opened || opened.held === null) return;
      const { held } = opened;
      const takeBack = handOver(opened.item_id, held);
      opened.held = null;
      opened.unwatch();
      this.setData({ sheet_open: false, asking: false });
      await here(this, openPage(redeemUrl(opened.item_id)));
      if (takeBack()) held.card.dispose();
    },
    onSheetClose() {
      const opened = pages.get(this);
      if (!opened || opened.held === null) return;
      opened.unwatch();
      opened.held.card.dispose();
      opened.held = null;
      this.setData({ sheet_open: false, asking: false, ask_error: '' });
    },
    onEnlarge() {
      const { image_url } = this.data;
      return onlyOne(() => wx.previewImage({ current: image_url, urls: [image_url] }));
    },
    /** To the conversation, the item named in its draft. */
    async onInquire() {
      this.setData({ inquiry_error: '' });
      const started = await here(this, askAbout(this.data.item_name), 'inquiring');
      if ('error' in started) this.setData({ inquiry_error: started.error });
      else await here(this, openPage(conversationUrl(started.session_id)));
    },
    async onCopy() {
      if (!(await here(this, copied(this.data.tracking_code)))) return;
      this.setData({ copied: true });
      whileAttached(
        this,
        useCore().platform.timers.after(SAID_MS, () => this.setData({ copied: false })),
      );
    },
  },
});
