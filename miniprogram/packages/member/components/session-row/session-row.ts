// One session that is over, in the 客服 list. Fires `open {session_id}`.
import { component } from '../../../../compose/bind/component';
import { blankSessionRow } from '../../format/session-row';

component({
  properties: {
    /** A `SessionRow`. */
    row: { type: Object, value: blankSessionRow },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { session_id: this.data.row.session_id });
    },
  },
});
