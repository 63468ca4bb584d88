// A line that nobody wrote: what the system says, or a mark where something may be missing.
import { component } from '../../../../compose/bind/component';
import { blankRow } from '../../format/message-row';

component({
  properties: {
    /** A `MessageRow` of kind `system` or `gap`. A tap on a gap fires `fill`. */
    row: { type: Object, value: blankRow('', 'system') },
  },
  methods: {
    onFill() {
      this.triggerEvent('fill');
    },
  },
});
