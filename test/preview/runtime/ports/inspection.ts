// What the API adds to `__host`: what tests read from the device and do to it.

export interface DeviceSnapshot {
  /** 0 … 1 */
  brightness: number;
  keepScreenOn: boolean;
  visualEffectOnCapture: string;
  vibrations: number;
  lastCall: string;
}

/** A file as a test hands it over; `base64` is its content. */
export interface FedFile {
  name: string;
  type: string;
  base64: string;
}

export interface ApiInspect {
  /** Brightness, awake, capture effect, vibrations, the last number called. */
  device(): Readonly<DeviceSnapshot>;
  /** The next chooser takes these files without asking. */
  feedFiles(files: readonly FedFile[]): void;
  /** Answer the privacy question beforehand, or forget the answer. */
  setPrivacy(agreed: boolean): void;
  /** Whose code `wx.login` gives. */
  setOpenid(openid: string): void;
  /** Where the phone is from now on; a program that listens hears of it. */
  moveTo(place: { latitude?: number; longitude?: number; name?: string; address?: string }): void;
  /** Calls the listeners of an event that nothing here brings about: `BLEConnectionStateChange`. */
  fire(name: string, value: unknown): void;
  /** Every member of `wx` that WeChat's typings know: `done`, `absent`, or what stands in for it. */
  wx(): Record<string, string>;
  /** The titles of all toasts since the start, in their order. */
  toasts(): string[];
  /** As if a screenshot were taken. */
  captureScreen(): void;
  /** @returns the card of the top page, null when it does not share */
  share(): Record<string, unknown> | null;
}
