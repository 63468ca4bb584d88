// One item: what it is, until when it is good, what may be done with it, and what happened to it so far.
import { bindStore, useCore } from '../../../compose/bind/page';
import type { Binding } from '../../../compose/bind/page';
import { healing } from '../../../compose/bind/healing';
import { bindSmallList } from '../../../compose/bind/small-list';
import { themed } from '../../../compose/bind/theme';
import { createItemStore, createTimelineStore, isSignedIn, itemFields } from '../compose';
import { HOME, itemIdFrom, itemUrl, redeemUrl, signInUrl } from '../../../routes';
import type { ItemStore } from '../stores/item/item';
import { emptyItemView } from '../format/item-view';
import type { TimelineStore } from '../stores/item/timeline';
import { timelineSteps } from '../format/timeline-steps';
import type { TimelineStep } from '../format/timeline-steps';

interface Opened {
  item_id: string;
  item?: ItemStore;
  timeline?: TimelineStore;
  binding?: Binding;
  unlist?: () => void;
  unheal?: () => void;
}
const pages = new WeakMap<object, Opened>();

/** How long the button says that it copied, ms. */
const COPIED_MS = 2_000;

Component({
  behaviors: [themed],
  data: {
    ...emptyItemView,
    state: 'loading',
    failed_title: '',
    failed_text: '',
    failed_button: '',
    failed_for: 'other',
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
  },
  lifetimes: {
    detached() {
      const opened = pages.get(this);
      opened?.binding?.destroy();
      opened?.unlist?.();
      opened?.unheal?.();
      opened?.item?.dispose();
      opened?.timeline?.dispose();
      pages.delete(this);
    },
  },
  pageLifetimes: {
    show() {
      this.open();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const item_id = itemIdFrom(query);
      if (item_id === null) {
        const words = { failed_title: '链接无效', failed_text: '没有找到对应的物品。' };
        this.setData({ state: 'failed', failed_button: 'home', ...words });
        return;
      }
      pages.set(this, { item_id });
      this.open();
    },
    /** Builds the stores once somebody is signed in, and reads the item each time the page is seen. */
    open() {
      const opened = pages.get(this);
      if (!opened) return;
      if (!isSignedIn()) {
        this.setData({ signed_out: true });
        return;
      }
      if (!opened.item) this.bind(opened);
      void opened.item?.refresh();
      void opened.timeline?.refresh();
    },
    bind(opened: Opened) {
      const { item_id } = opened;
      const item = createItemStore(item_id);
      const timeline = createTimelineStore(item_id);
      const { clock } = useCore().v4;
      Object.assign(opened, { item, timeline });
      opened.unlist = bindSmallList(this, 'steps', () =>
        timeline.current.state === 'ready' ? timelineSteps(timeline.current.events) : [],
      );
      opened.binding = bindStore(
        this,
        itemFields(item, timeline, () => clock.now()),
      );
      const failed = () =>
        item.failure ?? (timeline.current.state === 'failed' ? timeline.current.failure : null);
      opened.unheal = healing(useCore().v4, failed, () => this.open());
      if (this.data.signed_out) this.setData({ signed_out: false });
    },
    async onPullDownRefresh() {
      const opened = pages.get(this);
      await Promise.all([opened?.item?.refresh(), opened?.timeline?.refresh()]);
      await wx.stopPullDownRefresh();
    },
    onRetry() {
      const opened = pages.get(this);
      if (this.data.failed_button === 'home') {
        void wx.switchTab({ url: HOME });
        return;
      }
      void opened?.item?.refresh();
      if (opened?.timeline?.current.state === 'failed') void opened.timeline.refresh();
    },
    onTimelineRetry() {
      void pages.get(this)?.timeline?.refresh();
    },
    onSignIn() {
      const item_id = pages.get(this)?.item_id ?? '';
      void wx.navigateTo({ url: signInUrl(itemUrl(item_id)) });
    },
    onMain() {
      void this.act(this.data.main_action);
    },
    onOther() {
      void this.act(this.data.other_action);
    },
    async act(action: string) {
      const opened = pages.get(this);
      if (!opened?.item || opened.item.using) return;
      if (action === 'redeem' || action === 'show_code') {
        await wx.navigateTo({ url: redeemUrl(opened.item_id) });
        return;
      }
      if (action !== 'use') return;
      const { confirm } = await wx.showModal({
        title: '确认使用？',
        content: `「${this.data.item_name}」使用后不能撤销。`,
        confirmText: '确认使用',
      });
      if (!confirm) return;
      await opened.item.use();
      void opened.timeline?.refresh();
    },
    async onCopy() {
      try {
        await useCore().platform.device.copy(this.data.tracking_code);
      } catch {
        // Refused (privacy not agreed): the code can still be selected by a long press.
        return;
      }
      this.setData({ copied: true });
      useCore().platform.timers.after(COPIED_MS, () => this.setData({ copied: false }));
    },
  },
});
