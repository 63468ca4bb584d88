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
import type { PerPerson } from '../../../stores/person/per-person';
import type { RedeemCard } from '../stores/redeem/redeem-card';

interface Opened {
  item_id: string;
  shown: boolean;
  card: PerPerson<RedeemCard | null>;
}
const pages = new WeakMap<object, Opened>();
const cardOf = (page: object): RedeemCard | null => pages.get(page)?.card.current ?? null;

/** How long the button says that it copied, ms. */
const COPIED_MS = 2_000;
/** What stands beside the QR on both sides together, and the bounds within which scanners read it well, px. */
const BESIDE_QR = 88;
const ABOVE_AND_BELOW_QR = 290;
const QR_LEAST = 200;
const QR_MOST = 264;

/** Side of the QR in px: as large as the window lets it be with the text code still in sight. */
function qrSize(): number {
  // Base libraries before 2.20.1 know `getSystemInfoSync` only.
  const window = wx.canIUse('getWindowInfo') ? wx.getWindowInfo() : wx.getSystemInfoSync();
  const room = Math.min(window.windowWidth - BESIDE_QR, window.windowHeight - ABOVE_AND_BELOW_QR);
  return Math.max(QR_LEAST, Math.min(QR_MOST, room));
}

component({
  behaviors: [themed],
  data: {
    ...BLANK_VIEW,
    qr_size: QR_LEAST,
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
      const card = showRedeemCard(item_id, () => pages.get(this)?.shown ?? true);
      pages.set(this, { item_id, shown: true, card });
      whileAttached(
        this,
        bindStore(
          this,
          cardFields(() => card.current),
        ),
        () => card.dispose(),
      );
    },
    see(shown: boolean) {
      const opened = pages.get(this);
      if (opened) opened.shown = shown;
      cardOf(this)?.send({ type: 'page', shown });
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
