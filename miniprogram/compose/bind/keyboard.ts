// A page whose input lies above the keyboard.

/** Gives it the field `keyboard` (px, 0 without one) and `onKeyboard`; `onTapList` hides it. */
export const keyboarded = Behavior({
  data: { keyboard: 0 },
  methods: {
    onKeyboard(event: WechatMiniprogram.CustomEvent<{ height: number }>) {
      const keyboard = Math.max(0, event.detail.height);
      if (keyboard !== this.data.keyboard) this.setData({ keyboard });
    },
    onTapList() {
      // Fails where no keyboard is: then there is nothing to do.
      if (this.data.keyboard > 0) wx.hideKeyboard({ fail: () => undefined });
    },
  },
});
