// Asks for a consent from the bottom of the page: what for, the guide to read, no and yes. Fires `answer {agreed}`.
import { component } from '../../compose/bind/component';
import { showPrivacy } from '../../compose/bind/dialogs';

component({
  properties: {
    shown: { type: Boolean, value: false },
    heading: { type: String, value: '' },
    text: { type: String, value: '' },
    no: { type: String, value: '不同意' },
    yes: { type: String, value: '同意' },
    /** What is agreed to is WeChat's own privacy guide: it must see the tap, on the button `agree`. */
    official: { type: Boolean, value: false },
  },
  methods: {
    onGuide: showPrivacy,
    onNo() {
      this.triggerEvent('answer', { agreed: false });
    },
    onTap() {
      if (!this.data.official) this.onYes();
    },
    onYes() {
      this.triggerEvent('answer', { agreed: true });
    },
  },
});
