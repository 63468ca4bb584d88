// One or more choices, each among a few, on a sheet. Fires `choose {name, value}` for what was not chosen yet, and `close`,
// also when what is chosen already was tapped.
import { component } from '../../compose/bind/component';

export interface ChoiceGroup {
  /** Told with what was chosen. */
  name: string;
  /** Above its rows; empty where the heading says it. */
  title: string;
  /** The one that holds now. */
  value: string;
  options: { value: string; text: string }[];
}

const none: ChoiceGroup[] = [];

component({
  properties: {
    heading: { type: String, value: '' },
    /** `ChoiceGroup[]` */
    groups: { type: Array, value: none },
    /** The value that is being changed to; empty for none. */
    busy: { type: String, value: '' },
    busyText: { type: String, value: '' },
    /** Below the rows. */
    note: { type: String, value: '' },
    /** Why the last choice failed: stands in the note's place. */
    failed: { type: String, value: '' },
  },
  methods: {
    onChoose(
      event: WechatMiniprogram.TouchEvent<object, object, { name: string; value: string; on: boolean }>,
    ) {
      const { name, value, on } = event.currentTarget.dataset;
      if (on) this.triggerEvent('close');
      else this.triggerEvent('choose', { name, value });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
