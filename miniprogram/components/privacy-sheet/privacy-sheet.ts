// WeChat's question before the app touches anything personal (pictures, clipboard), asked by a sheet of our own. On
// each page that does so: `<privacy-sheet />`. What asks fails as refused where the answer is no (`PlatformError`).
import { component } from '../../compose/bind/component';
import { tableOf } from '../../format/lookup';

type Resolve = (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' }) => void;
type Ask = (resolve: Resolve, asking: { referrer: string }) => void;

function onNeed(ask: Ask): void {
  // Older libraries do not ask.
  if (!wx.canIUse('onNeedPrivacyAuthorization')) return;
  // WeChat's typings know neither that the first argument is called, nor the second.
  wx.onNeedPrivacyAuthorization(ask as unknown as Parameters<typeof wx.onNeedPrivacyAuthorization>[0]);
}

const OTHER = '这一步要用到您手机里的信息。';
/** By what asks. */
const reasons = tableOf<string>({
  chooseMedia: '发送图片需要用到您选中的照片，只用于这次咨询。',
  setClipboardData: '复制需要写入您手机的剪贴板。',
});

interface Asked {
  /** Its page is in front. */
  seen: boolean;
  /** Of all that wait for the one answer. */
  waiting: Resolve[];
}
const sheets = new WeakMap<object, Asked>();

component({
  data: { shown: false, text: '' },
  lifetimes: {
    attached() {
      sheets.set(this, { seen: true, waiting: [] });
      this.listen();
    },
    detached() {
      this.answer(false);
      sheets.delete(this);
    },
  },
  pageLifetimes: {
    show() {
      this.listen();
    },
    hide() {
      const asked = sheets.get(this);
      if (asked !== undefined) asked.seen = false;
    },
  },
  methods: {
    /** WeChat keeps one listener: that of the page in front. */
    listen() {
      const asked = sheets.get(this);
      if (asked === undefined) return;
      asked.seen = true;
      onNeed((resolve, { referrer }) => {
        // A page without a sheet has come before this one: nobody would see the question, and what asks would hang.
        if (sheets.get(this)?.seen !== true) return resolve({ event: 'disagree' });
        asked.waiting.push(resolve);
        this.setData({ shown: true, text: `${reasons[referrer] ?? OTHER}开始前请您阅读并同意：` });
      });
    },
    onAnswer(event: WechatMiniprogram.CustomEvent<{ agreed: boolean }>) {
      this.answer(event.detail.agreed);
    },
    answer(agreed: boolean) {
      const waiting = sheets.get(this)?.waiting.splice(0) ?? [];
      for (const resolve of waiting) {
        resolve(agreed ? { event: 'agree', buttonId: 'agree' } : { event: 'disagree' });
      }
      if (this.data.shown) this.setData({ shown: false });
    },
  },
});
