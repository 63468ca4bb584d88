// One item in the backpack's list. Fires `open {item_id}`.
import type { ItemRow } from '../../format/item-row';

/** Properties begin before the page has a row for them. */
const none: Partial<ItemRow> = {};

Component({
  properties: {
    /** An `ItemRow`. */
    row: { type: Object, value: none },
  },
  methods: {
    onTap() {
      this.triggerEvent('open', { item_id: this.data.row.item_id });
    },
  },
});
