// The code card of one item, as it is shown at the counter.
import { bindStore, useCore } from '../../../compose/bind/page';
import type { Binding } from '../../../compose/bind/page';
import { themed } from '../../../compose/bind/theme';
import { cardFields, createRedeemCard, isSignedIn } from '../compose';
import { leaveTo } from '../navigate';
import { itemIdFrom, itemUrl, knownRoute, redeemUrl, signInUrl } from '../../../routes';
import type { RedeemCard } from '../stores/redeem/redeem-card';

interface Opened {
  item_id: string;
  shown: boolean;
  card?: RedeemCard;
  binding?: Binding;
}
const pages = new WeakMap<object, Opened>();

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

Component({
  behaviors: [themed],
  data: {
    state: 'loading',
    item_name: '',
    merchant_name: '',
    qr_face: 'loading',
    qr_content: '',
    qr_seconds: 0,
    qr_share: 0,
    qr_countdown: '',
    renewing: false,
    code: '',
    order_text: '',
    order_tone: 'none',
    notice: '',
    notice_tone: 'info',
    title: '',
    text: '',
    action: '',
    busy: false,
    qr_size: QR_LEAST,
    signed_out: false,
    copied: false,
  },
  lifetimes: {
    attached() {
      this.setData({ qr_size: qrSize() });
    },
    detached() {
      const opened = pages.get(this);
      opened?.binding?.destroy();
      opened?.card?.dispose();
      pages.delete(this);
    },
  },
  pageLifetimes: {
    show() {
      const opened = pages.get(this);
      if (opened) opened.shown = true;
      this.open();
    },
    hide() {
      const opened = pages.get(this);
      if (opened) opened.shown = false;
      opened?.card?.send({ type: 'page', shown: false });
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const item_id = itemIdFrom(query);
      if (item_id === null) {
        this.setData({ state: 'failed', title: '链接无效', text: '没有找到对应的物品。', action: '' });
        return;
      }
      pages.set(this, { item_id, shown: true });
      this.open();
    },
    /** Builds the card once somebody is signed in, and tells it that it is seen. */
    open() {
      const opened = pages.get(this);
      if (!opened) return;
      const signed_out = !isSignedIn() && !opened.card;
      if (signed_out !== this.data.signed_out) this.setData({ signed_out });
      if (signed_out) return;
      if (!opened.card) {
        opened.card = createRedeemCard(opened.item_id);
        opened.binding = bindStore(this, cardFields(opened.card));
      }
      opened.card.send({ type: 'page', shown: opened.shown });
    },
    onAskCode() {
      pages.get(this)?.card?.send({ type: 'ask_code' });
    },
    onRetry() {
      pages.get(this)?.card?.send({ type: 'retry' });
    },
    onSignIn() {
      const item_id = pages.get(this)?.item_id ?? '';
      void wx.redirectTo({ url: signInUrl(redeemUrl(item_id)) });
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
      leaveTo(item_id === undefined ? null : knownRoute(itemUrl(item_id)));
    },
    async onCopy() {
      try {
        await useCore().platform.device.copy(this.data.code);
      } catch {
        // Refused (privacy not agreed): the code stands on the card to be read out.
        return;
      }
      this.setData({ copied: true });
      useCore().platform.timers.after(COPIED_MS, () => this.setData({ copied: false }));
    },
  },
});
