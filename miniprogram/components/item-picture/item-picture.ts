// An item's picture on its rarity's ground; where there is none, or it cannot be loaded, the sign of its type.
import { component } from '../../compose/bind/component';
import { typeIcon } from '../../format/item-words';

component({
  properties: {
    src: { type: String, value: '' },
    /** `item_type` of the item. */
    type: { type: String, value: '' },
    /** Tone of its rarity. */
    tone: { type: String, value: 'common' },
    /** Side in px. */
    size: { type: Number, value: 72 },
  },
  data: {
    icon: typeIcon(''),
    broken: false,
  },
  observers: {
    type(type: string) {
      this.setData({ icon: typeIcon(type) });
    },
    src() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    onBroken() {
      this.setData({ broken: true });
    },
  },
});
