// The line below a list: how many there are, that more is being read, or a tap that reads it (`footer_text` and
// `footer_action` of `stores/list/words`).
import { component } from '../../compose/bind/component';

component({
  properties: {
    /** Nothing is shown without it. */
    text: { type: String, value: '' },
    /** Stands in the place of rows that cannot be shown (`unreadable_text`); nothing where there is none. */
    unreadable: { type: String, value: '' },
    /** Tapping it reads the next page. Fires `more`. */
    action: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      if (this.data.action) this.triggerEvent('more');
    },
  },
});
