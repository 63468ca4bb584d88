// Plain values that the program is told.

export type Theme = 'light' | 'dark';
export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none';

/** `wx.getLaunchOptionsSync()`; `query` values are as written in the URL, not decoded. */
export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: Record<string, unknown>;
  mode: 'default';
  apiCategory: 'default';
}
