// One line above content that stays: what shows is from last time, the refresh failed, and the way to try again.
import { component } from '../../compose/bind/component';

component({
  properties: {
    /** Nothing is shown without it. */
    text: { type: String, value: '' },
    /** Text of the button; none when empty. Fires `act`. */
    action: { type: String, value: '重试' },
    /** `info | warn` */
    tone: { type: String, value: 'warn' },
  },
  methods: {
    onAct() {
      this.triggerEvent('act');
    },
  },
});
