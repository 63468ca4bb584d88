// One session in the 客服 list. Fires `open {session_id}`.
import { blankSessionRow } from '../../format/session-row';

Component({
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
