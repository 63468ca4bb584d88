// What somebody wrote, as a bubble on their side; a type that this version cannot show stands as such.
import { component } from '../../../../compose/bind/component';
import { blankRow } from '../../format/message-row';

component({
  properties: {
    /** A `MessageRow` of kind `text` or `unknown`. A long press fires `hold`. */
    row: { type: Object, value: blankRow('', 'text') },
  },
  methods: {
    onHold() {
      this.triggerEvent('hold', { row: this.data.row });
    },
  },
});
