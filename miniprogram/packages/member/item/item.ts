// One item: what it is, until when it is good, what may be done with it, and what happened to it so far.
import { component } from '../../../compose/bind/component';
import { bindStore, useCore } from '../../../compose/bind/page';
import { whileAttached } from '../../../compose/bind/bound';
import { here, pulled } from '../../../compose/bind/here';
import { confirmed, copied } from '../../../compose/bind/dialogs';
import { openPage, openTab } from '../../../compose/bind/go';
import { healing } from '../../../compose/bind/healing';
import { bindSmallList } from '../../../compose/bind/small-list';
import { themed } from '../../../compose/bind/theme';
import { itemFields, showItem } from '../compose/items';
import { HOME, itemIdFrom, itemUrl, redeemUrl, signInUrl } from '../../../routes';
import { emptyItemView } from '../format/item-view';
import type { PerPerson } from '../../../stores/person/per-person';
import type { ShownItem } from '../stores/item/item-view';
import { timelineSteps } from '../format/timeline-steps';
import type { TimelineStep } from '../format/timeline-steps';

/** What each page shows. */
const pages = new WeakMap<object, { item_id: string; shown: PerPerson<ShownItem> }>();

/** How long the button says that it copied, ms. */
const COPIED_MS = 2_000;

component({
  behaviors: [themed],
  data: {
    ...emptyItemView,
    state: 'loading',
    failed_title: '',
    failed_text: '',
    failed_action: 'nothing',
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
  pageLifetimes: {
    show() {
      void this.read();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const item_id = itemIdFrom(query);
      if (item_id === null) {
        const words = { failed_title: '链接无效', failed_text: '没有找到对应的物品。' };
        this.setData({ state: 'failed', failed_action: 'home', ...words });
        return;
      }
      const { v4 } = useCore();
      const shown = showItem(item_id);
      pages.set(this, { item_id, shown });
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
        () => shown.dispose(),
      );
      void this.read();
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
      if (action === 'redeem' || action === 'show_code') {
        await here(this, openPage(redeemUrl(opened.item_id)));
        return;
      }
      if (action !== 'use') return;
      const asked = confirmed({
        title: '确认使用？',
        content: `「${this.data.item_name}」使用后不能撤销。`,
        confirmText: '确认使用',
      });
      if (!(await here(this, asked))) return;
      await here(this, shown.item.use());
      void shown.timeline.refresh();
    },
    async onCopy() {
      if (!(await here(this, copied(this.data.tracking_code)))) return;
      this.setData({ copied: true });
      whileAttached(
        this,
        useCore().platform.timers.after(COPIED_MS, () => this.setData({ copied: false })),
      );
    },
  },
});
