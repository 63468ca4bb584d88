// A QR code on a canvas, sharp at the phone's pixel ratio; without content it draws words in its place.
import { component } from '../../../../compose/bind/component';
import { paintNote, paintQr } from './paint';
import type { Brush } from './paint';

/** WeChat's canvas node, as far as it is used. */
interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Brush;
}

/** Base libraries before 2.20.1 know `getSystemInfoSync` only. */
function pixelRatio(): number {
  return wx.canIUse('getWindowInfo') ? wx.getWindowInfo().pixelRatio : wx.getSystemInfoSync().pixelRatio;
}

const canvases = new WeakMap<object, CanvasNode>();

component({
  properties: {
    /** What the code says; empty for none. */
    content: { type: String, value: '' },
    /** Side in px. */
    size: { type: Number, value: 285 },
    /** Words drawn when there is no code. */
    title: { type: String, value: '' },
    text: { type: String, value: '' },
    label: { type: String, value: '券码二维码' },
  },
  observers: {
    'content, size, title, text'() {
      this.draw();
    },
  },
  lifetimes: {
    ready() {
      // The node is there only after the first layout: an earlier drawing would be blank.
      this.createSelectorQuery()
        .select('#canvas')
        .fields({ node: true })
        .exec((found: ({ node?: CanvasNode } | null)[]) => {
          const node = found[0]?.node;
          if (!node) return;
          canvases.set(this, node);
          this.draw();
        });
    },
    detached() {
      canvases.delete(this);
    },
  },
  methods: {
    draw() {
      const canvas = canvases.get(this);
      if (!canvas) return;
      const { content, size, title, text } = this.data;
      const unit = Math.max(1, pixelRatio());
      const side = Math.round(size * unit);
      canvas.width = side;
      canvas.height = side;
      const brush = canvas.getContext('2d');
      if (content === '') paintNote(brush, side, unit, title, text);
      else paintQr(brush, side, content);
    },
  },
});
