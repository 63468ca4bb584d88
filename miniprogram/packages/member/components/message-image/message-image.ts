// A picture in the conversation: a frame of one size, so that nothing moves when it has loaded; a tap shows it whole.
import { component } from '../../../../compose/bind/component';
import { blankRow } from '../../format/message-row';

component({
  properties: {
    /** A `MessageRow` of kind `image`. Fires `show` (tapped) and `hold` (long press). */
    row: { type: Object, value: blankRow('', 'image') },
  },
  data: { broken: false },
  observers: {
    'row.image'() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    onError() {
      this.setData({ broken: true });
    },
    onTap() {
      const row = this.data.row;
      if (row.image === '') return;
      // The picture is asked for again when its node is there again.
      if (this.data.broken) this.setData({ broken: false });
      else this.triggerEvent('show', { image: row.image });
    },
    onHold() {
      this.triggerEvent('hold', { row: this.data.row });
    },
  },
});
