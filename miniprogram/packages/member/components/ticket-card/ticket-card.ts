// One ticket in the list. Fires `open {issue_id}`.
import { component } from '../../../../compose/bind/component';
import { blankTicketRow } from '../../format/ticket-row';

component({
  properties: {
    /** A `TicketRow`. */
    row: { type: Object, value: blankTicketRow },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { issue_id: this.data.row.issue_id });
    },
  },
});
