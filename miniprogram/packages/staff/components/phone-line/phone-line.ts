// A customer's number: masked until 显示, then copied or called. Nothing at all where there is none (the source of numbers
// dried up for some), and only the mask where the server sends no more than that.
import { component } from '../../../../compose/bind/component';
import { bound, whileAttached } from '../../../../compose/bind/bound';
import { copied, onlyOne } from '../../../../compose/bind/dialogs';
import { here } from '../../../../compose/bind/here';
import { useCore } from '../../../../compose/bind/page';
import { maskedMobile } from '../../../../format/person';

/** How long the button says that it copied, ms. */
const COPIED_MS = 2_000;

/** What can be dialled. */
const NUMBER = /^\+?[\d\s-]{5,20}$/;

component({
  behaviors: [bound],
  properties: {
    /** Whole or masked. */
    phone: { type: String, value: '' },
    /** The whole number where it comes apart from the masked one. */
    full: { type: String, value: '' },
    /** Whose: for screen readers. */
    name: { type: String, value: '' },
  },
  data: { masked: '', whole: '', is_shown: false, is_copied: false },
  observers: {
    'phone, full'(phone: string, full: string) {
      const whole = [full, phone].find((number) => NUMBER.test(number)) ?? '';
      this.setData({ masked: maskedMobile(phone === '' ? whole : phone), whole });
    },
  },
  methods: {
    onReveal() {
      this.setData({ is_shown: !this.data.is_shown });
    },
    async onCopy() {
      const { timers } = useCore().platform;
      if (!(await here(this, copied(this.data.whole)))) return;
      this.setData({ is_copied: true });
      whileAttached(
        this,
        timers.after(COPIED_MS, () => this.setData({ is_copied: false })),
      );
    },
    /** Fires `called` once the dialler has opened. */
    async onCall() {
      try {
        const asked = onlyOne(() => wx.makePhoneCall({ phoneNumber: this.data.whole }));
        // Nothing: another window stood there, and nobody was asked.
        if ((await here(this, asked)) !== undefined) this.triggerEvent('called');
      } catch {
        // Cancelled, or a device that cannot call: nothing happened.
      }
    },
  },
});
