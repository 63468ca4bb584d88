// How far an own message is, below its bubble: on its way, waiting, failed with why, or 未确认 for the person to decide.
import { component } from '../../../../compose/bind/component';
import { blankRow } from '../../format/message-row';

component({
  properties: {
    /** A `MessageRow` with a status. Fires `retry`, `revise`, `remove` and `cancel`, which reach the page. */
    row: { type: Object, value: blankRow('', 'text') },
  },
  methods: {
    tell(event: string) {
      const { temp_message_id, needs_session } = this.data.row;
      this.triggerEvent(event, { temp_message_id, needs_session }, { bubbles: true, composed: true });
    },
    onRetry() {
      this.tell('retry');
    },
    onRevise() {
      this.tell('revise');
    },
    onRemove() {
      this.tell('remove');
    },
    onCancel() {
      this.tell('cancel');
    },
  },
});
