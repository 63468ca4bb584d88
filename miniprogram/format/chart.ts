// What a chart shows, and what it is drawn on: the words between the page that has figures and the package that draws.

/** A slice of a ring, or a bar. */
export interface ChartPart {
  row_key: string;
  /** Of a slice: its name. Of a bar: what stands below it; empty for none. */
  label: string;
  /** 0 or more. */
  value: number;
  /** `¥2,680`, `9.5h`. */
  value_text: string;
  /** `21%`; empty where it is not known. */
  share_text: string;
  /** A bar that stands out: today's. */
  is_strong: boolean;
}

export interface ChartContent {
  kind: 'donut' | 'bars';
  parts: readonly ChartPart[];
  /** What the slices are of; what they leave of it stays empty. 0 where that is not known. */
  total: number;
  /** In the middle of the ring. */
  total_label: string;
  total_text: string;
}

/** The part of WeChat's canvas node in use. */
export interface ChartCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): object;
}

/** Lengths are CSS pixels. */
export interface ChartSurface {
  canvas: ChartCanvas;
  width: number;
  height: number;
  /** Device pixels of a CSS pixel. */
  pixel_ratio: number;
  theme: 'light' | 'dark';
  font_px: number;
  font_family: string;
  /** The part that was tapped; -1 for none. */
  picked: number;
}

/** A drawing that stands on its canvas. */
export interface DrawnChart {
  /** The part at a place, CSS pixels from the top left corner; -1 for none. */
  partAt(x: number, y: number): number;
  destroy(): void;
}
