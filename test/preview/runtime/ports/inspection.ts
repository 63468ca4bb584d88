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
  /** As if a screenshot were taken. */
  captureScreen(): void;
  /** @returns the card of the top page, null when it does not share */
  share(): Record<string, unknown> | null;
}
