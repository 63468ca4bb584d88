// One session that is over, in the 客服 list. Fires `open {session_id}`.
import { component } from '../../compose/bind/component';

/** What a `SessionRow` has of it. */
const blank = { session_id: '', title: '', face: '', last: '', time: '', badge: '', unsent: '' };

component({
  properties: {
    /** A `SessionRow`. */
    row: { type: Object, value: blank },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { session_id: this.data.row.session_id });
    },
  },
});
