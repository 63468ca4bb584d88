/** A use of something that WeChat's base library has not always had. */
export interface Use {
  /** `wx.getWindowInfo`, `RequestTask.onChunkReceived`, `<scroll-view enhanced>`, `app.json darkmode`. */
  name: string;
  /** The first base library that has it; without one it was always there. */
  since?: string;
  /** `path:line` below the project. */
  at: string;
  /** True where the code asks first whether it is there. */
  guarded: boolean;
}
