// A chart with its words. The words stand there from the start, and for screen readers for ever; the drawing comes over
// them once the chart is near the view and its package is there.
import { component } from '../../../../compose/bind/component';
import { reaction } from 'mobx-miniprogram';
import { bound, whileAttached } from '../../../../compose/bind/bound';
import { bindStore } from '../../../../compose/bind/page';
import { useTheme } from '../../../../compose/bind/theme';
import { useCharts } from '../../../../compose/charts';
import type { ChartCanvas, ChartContent, DrawnChart } from '../../../../format/chart';

/** How far below the screen a chart is fetched for, px. */
const MARGIN_PX = 120;
const FONT_PX = 12;

/** What belongs to a component beside its data. */
interface Kept {
  drawn?: DrawnChart;
  /** The number of the latest drawing: an answer to an earlier one is ignored. */
  turn: number;
}
const keeps = new WeakMap<object, Kept>();

interface Measured {
  node?: ChartCanvas;
  width?: number;
  height?: number;
  fontSize?: string;
  fontFamily?: string;
}

interface Touched {
  changedTouches?: readonly { clientX: number; clientY: number }[];
}

/** Base libraries before 2.20.1 know `getSystemInfoSync` only. */
function pixelRatio(): number {
  return wx.canIUse('getWindowInfo') ? wx.getWindowInfo().pixelRatio : wx.getSystemInfoSync().pixelRatio;
}

component({
  behaviors: [bound],
  properties: {
    /** `ChartContent`; null while there is none. */
    content: { type: Object, value: null as unknown as Record<string, unknown> },
    /** Of the whole, for screen readers. */
    label: { type: String, value: '' },
  },
  data: {
    is_near: false,
    is_drawn: false,
    package_state: 'idle',
    picked: -1,
  },
  observers: {
    content() {
      this.setData({ picked: -1 });
      this.draw();
    },
  },
  lifetimes: {
    attached() {
      keeps.set(this, { turn: 0 });
      const charts = useCharts();
      whileAttached(
        this,
        bindStore(this, { package_state: () => (charts.entry === null ? charts.fetching.state : 'ready') }),
        reaction(
          () => [charts.entry, useTheme().shown],
          () => this.draw(),
        ),
      );
    },
    ready() {
      const observer = this.createIntersectionObserver({ thresholds: [0] });
      whileAttached(this, () => observer.disconnect());
      observer
        .relativeToViewport({ bottom: MARGIN_PX })
        .observe('#chart', ({ boundingClientRect, relativeRect }) => {
          if (this.data.is_near || boundingClientRect.top > relativeRect.bottom) return;
          observer.disconnect();
          this.setData({ is_near: true });
          void useCharts().load();
          this.draw();
        });
    },
    detached() {
      const kept = keeps.get(this);
      if (kept !== undefined) kept.turn += 1;
      kept?.drawn?.destroy();
      keeps.delete(this);
    },
  },
  pageLifetimes: {
    resize() {
      this.draw();
    },
  },
  methods: {
    /** Draws what there is now, at the size that it has now; nothing before it is near and its package there. */
    draw() {
      const kept = keeps.get(this);
      const content = this.data.content as unknown as ChartContent | null;
      const charts = useCharts().entry;
      if (kept === undefined || content === null || charts === null || !this.data.is_near) return;
      const turn = (kept.turn += 1);
      this.createSelectorQuery()
        .select('#canvas')
        .fields({ node: true, size: true })
        .select('#chart')
        .fields({ computedStyle: ['fontSize', 'fontFamily'] })
        .exec(([canvas, styled]: (Measured | null)[]) => {
          const { node, width = 0, height = 0 } = canvas ?? {};
          if (node === undefined || width <= 0 || height <= 0 || kept.turn !== turn) return;
          kept.drawn?.destroy();
          kept.drawn = charts.draw(content, {
            ...{ canvas: node, width, height, pixel_ratio: Math.max(1, pixelRatio()) },
            ...{ theme: useTheme().shown, picked: this.data.picked },
            font_px: parseFloat(styled?.fontSize ?? '') || FONT_PX,
            font_family: styled?.fontFamily ?? 'sans-serif',
          });
          if (!this.data.is_drawn) this.setData({ is_drawn: true });
        });
    },
    onRetry() {
      void useCharts().load();
    },
    /** Fires `pick` with `{index}` of the part; a second tap on it takes the mark away, and says -1. */
    onTap(event: WechatMiniprogram.TouchEvent) {
      const [touch] = (event as Touched).changedTouches ?? [];
      if (touch === undefined) return;
      this.createSelectorQuery()
        .select('#canvas')
        .boundingClientRect(({ left, top }: { left: number; top: number }) => {
          const part = keeps.get(this)?.drawn?.partAt(touch.clientX - left, touch.clientY - top) ?? -1;
          const index = part === this.data.picked ? -1 : part;
          if (index === this.data.picked) return;
          this.setData({ picked: index });
          this.draw();
          this.triggerEvent('pick', { index: part });
        })
        .exec();
    },
  },
});
