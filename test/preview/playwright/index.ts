// What tests import to drive the preview.
export { launchBrowser } from './browser';
export type { LaunchOptions } from './browser';
export { Device } from './device';
export type { Problems } from './device';
export { openPreview } from './open';
export type { OpenOptions } from './open';
export type { Target } from './target';
export { STILL } from './transitions';
export { waitIn } from './wait';
