// The stores of a member of staff, to choose the one to work at. Fires `choose` with `{store_id}`, and `close`.
import { component } from '../../../compose/bind/component';

export interface StoreRow {
  store_id: string;
  store_name: string;
  /** The one that the sign-in is for. */
  present: boolean;
}

component({
  properties: {
    rows: { type: Array, value: [] as StoreRow[] },
    /** The store that is being switched to; empty for none. */
    switching: { type: String, value: '' },
    /** Why the last switch failed. */
    failed: { type: String, value: '' },
  },
  methods: {
    onChoose(event: WechatMiniprogram.TouchEvent<object, object, { id: string; present: boolean }>) {
      const { id, present } = event.currentTarget.dataset;
      if (present) this.triggerEvent('close');
      else this.triggerEvent('choose', { store_id: id });
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** The page below does not scroll along. */
    onMove() {},
  },
});
