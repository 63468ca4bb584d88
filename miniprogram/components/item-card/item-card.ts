// One item in the backpack's list. Fires `open {item_id}`.
import { blankRow } from '../../format/item-row';

Component({
  properties: {
    /** An `ItemRow`. */
    row: { type: Object, value: blankRow },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { item_id: this.data.row.item_id });
    },
  },
});
