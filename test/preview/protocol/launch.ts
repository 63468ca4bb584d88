// How a page load behaves.

/** Query parameters have the same names as the fields. */
export interface LaunchOptions {
  /** Draw a phone around the page; false: the device fills the browser's viewport (e2e, `?frame=0`). */
  frame: boolean;
  /** Device size in CSS px when `frame`; otherwise the viewport decides. */
  width: number;
  height: number;
  theme: 'light' | 'dark';
  /** `wx.getAppBaseInfo().language`. */
  locale: string;
  /** No animations or transitions, a fixed status bar clock. Time itself is moved by Playwright's `page.clock`. */
  deterministic: boolean;
  /** The reader's text size as a factor of the normal one: `fontSizeSetting`, `page-meta` with "system", and the sizes in style sheets. */
  fontScale: number;
  /** Seeds `Math.random` when not null. */
  seed: number | null;
  /** `scene` of the launch. */
  scene: number;
  /** The program finds what the logic layer has, and nothing of the browser. On unless `?strict=0`. */
  strict: boolean;
}
