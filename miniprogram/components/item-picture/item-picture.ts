// An item's picture on its rarity's ground; where there is none, or it cannot be loaded, the sign of its type.
import { entryOf } from '../../format/lookup';

/** Icon of a known type; a parcel's for any other. */
const typeIcons: Record<string, string> = {
  voucher: 'coupon',
  product: 'shop',
  collectible: 'star',
  service: 'service',
};
const OTHER_ICON = 'gift';

Component({
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
    icon: OTHER_ICON,
    broken: false,
  },
  observers: {
    type(type: string) {
      this.setData({ icon: entryOf(typeIcons, type) ?? OTHER_ICON });
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
