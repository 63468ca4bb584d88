// The code card of one item, as it is shown at the counter.
import { component } from '../../../compose/bind/component';
import { bindStore, useCore } from '../../../compose/bind/page';
import { replacePage } from '../../../compose/bind/go';
import { whileAttached } from '../../../compose/bind/bound';
import { copied } from '../../../compose/bind/dialogs';
import { here } from '../../../compose/bind/here';
import { leaveTo } from '../../../compose/bind/leave';
import { themed } from '../../../compose/bind/theme';
import { BLANK_VIEW, cardFields, showRedeemCard } from '../compose/items';
import { HOME, itemIdFrom, itemUrl, knownRoute, redeemUrl, signInUrl } from '../../../routes';
import type { HeldCard } from '../compose/items';
import type { RedeemCard } from '../stores/redeem/redeem-card';

interface Opened {
  item_id: string;
  held: HeldCard;
}
const pages = new WeakMap<object, Opened>();
const cardOf = (page: object): RedeemCard | null => pages.get(page)?.held.card.current ?? null;

/** How long the button says that it copied, ms. */
const COPIED_MS = 2_000;
/**
 * Side of the QR with its light margin, px: 57 modules of 4, 5 or 6, so that its edges are sharp at a pixel ratio of 1 too and
 * the code itself takes three fifths of the width and more.
 */
function qrSize(): number {
  // Base libraries before 2.20.1 know `getSystemInfoSync` only.
  const { windowWidth } = wx.canIUse('getWindowInfo') ? wx.getWindowInfo() : wx.getSystemInfoSync();
  return 57 * (windowWidth <= 350 ? 4 : windowWidth <= 408 ? 5 : 6);
}

component({
  behaviors: [themed],
  data: {
    ...BLANK_VIEW,
    qr_size: 285,
    signed_out: false,
    copied: false,
  },
  lifetimes: {
    attached() {
      this.setData({ qr_size: qrSize() });
    },
  },
  pageLifetimes: {
    show() {
      this.see(true);
    },
    hide() {
      this.see(false);
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const item_id = itemIdFrom(query);
      if (item_id === null) {
        this.setData({ state: 'failed', title: '链接无效', text: '没有找到对应的物品。', action: '' });
        return;
      }
      const held = showRedeemCard(item_id);
      pages.set(this, { item_id, held });
      held.see(true);
      whileAttached(
        this,
        bindStore(
          this,
          cardFields(() => held.card.current),
        ),
        () => held.card.dispose(),
      );
    },
    see(shown: boolean) {
      pages.get(this)?.held.see(shown);
    },
    onAskCode() {
      cardOf(this)?.send({ type: 'ask_code' });
    },
    onRetry() {
      cardOf(this)?.send({ type: 'retry' });
    },
    onSignIn() {
      const item_id = pages.get(this)?.item_id ?? '';
      void replacePage(signInUrl(redeemUrl(item_id)));
    },
    onAct() {
      const { action } = this.data;
      if (action === 'ask_code') this.onAskCode();
      else if (action === 'retry') this.onRetry();
      else if (action === 'sign_in') this.onSignIn();
      else this.onDone();
    },
    onDone() {
      const item_id = pages.get(this)?.item_id;
      void leaveTo(item_id === undefined ? null : knownRoute(itemUrl(item_id)), HOME);
    },
    onDetail() {
      const item_id = pages.get(this)?.item_id ?? '';
      return replacePage(itemUrl(item_id));
    },
    async onCopy() {
      if (!(await here(this, copied(this.data.code)))) return;
      this.setData({ copied: true });
      whileAttached(
        this,
        useCore().platform.timers.after(COPIED_MS, () => this.setData({ copied: false })),
      );
    },
  },
});
