// One item in the backpack's list. Fires `open {item_id}`, and `act {item_id, action}` from its button. Picture and tags are
// plain views: a list has hundreds of them.
import { component } from '../../compose/bind/component';
import { blankRow } from '../../format/item-row';

component({
  properties: {
    /** An `ItemRow`. */
    row: { type: Object, value: blankRow },
  },
  data: { broken: false },
  observers: {
    'row.image_url'() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    onBroken() {
      this.setData({ broken: true });
    },
    onTap() {
      this.triggerEvent('open', { item_id: this.data.row.item_id });
    },
    onAct() {
      const { item_id, action } = this.data.row;
      this.triggerEvent('act', { item_id, action });
    },
  },
});
