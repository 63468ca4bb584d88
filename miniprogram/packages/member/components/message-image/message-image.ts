// A picture in the conversation, in its own shape as soon as that is known; a tap shows it whole.
import { component } from '../../../../compose/bind/component';
import { blankRow } from '../../format/message-row';

/** Its longer side, px; before it is there it is taken for 4:3. */
const LONGEST = 200;
const UNKNOWN = { width: LONGEST, height: 150 };
/** No narrower than a finger needs. */
const LEAST = 72;

function shapeOf({ width, height }: { width: number; height: number }): typeof UNKNOWN {
  const scale = LONGEST / Math.max(width, height, 1);
  const side = (px: number): number => Math.max(LEAST, Math.round(px * scale));
  return { width: side(width), height: side(height) };
}

component({
  properties: {
    /** A `MessageRow` of kind `image`. Fires `show` (tapped), `hold` (long press) and `shape` (it has another height). */
    row: { type: Object, value: blankRow('', 'image') },
  },
  data: { broken: false, ...UNKNOWN },
  observers: {
    'row.image'() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    onLoad(event: WechatMiniprogram.ImageLoad) {
      const shape = shapeOf(event.detail);
      if (shape.width === this.data.width && shape.height === this.data.height) return;
      this.setData(shape, () => this.triggerEvent('shape'));
    },
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
