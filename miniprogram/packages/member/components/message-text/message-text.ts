// What somebody wrote, as a bubble on their side; a type that this version cannot show stands as such.
import { blankRow } from '../../format/message-row';

Component({
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
