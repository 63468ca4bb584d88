// What the app needs from the phone, as small interfaces; `platform/wx` implements them, tests bring their own.
// Nothing above this folder calls `wx` for any of it.
import type { AbortSignal } from './abort';

/** Stops a subscription or a timer; calling it twice is harmless. */
export type Off = () => void;

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface HttpRequest {
  method: HttpMethod;
  url: string;
  headers: Record<string, string>;
  /** Already serialised. */
  body?: string;
  timeout_ms: number;
  signal?: AbortSignal;
  /**
   * With it the body is delivered in pieces as it arrives (a piece may cut a UTF-8 character) and `body` stays empty; a
   * phone that cannot delivers it whole, in `body`.
   */
  onChunk?: (bytes: ArrayBuffer) => void;
  /** Called once, before the first chunk, where the phone can. */
  onHeaders?: (status: number, headers: HttpHeaders) => void;
}

/** In the order received, names as received; a name may repeat. */
export type HttpHeaders = readonly (readonly [name: string, value: string])[];

export interface HttpResponse {
  status: number;
  headers: HttpHeaders;
  /** `Set-Cookie` lines, one per cookie. */
  cookies: readonly string[];
  body: string;
}

/** Answers every HTTP status; rejects with `PlatformError` only when there was no answer. */
export interface HttpPort {
  request(request: HttpRequest): Promise<HttpResponse>;
}

export interface UploadRequest {
  url: string;
  headers: Record<string, string>;
  file_path: string;
  /** Name of the multipart field. */
  name: string;
  form?: Record<string, string>;
  timeout_ms: number;
  signal?: AbortSignal;
  /** 0-100. */
  onProgress?: (percent: number) => void;
}

export interface UploadPort {
  upload(request: UploadRequest): Promise<HttpResponse>;
}

export interface SocketHandlers {
  onOpen(): void;
  onMessage(data: string | ArrayBuffer): void;
  /** Comes once per connection, also after `onError` and after `close()`; offline, WeChat may never confirm a close. */
  onClose(code: number, reason: string): void;
  onError(message: string): void;
}

export interface SocketConnection {
  /** Rejects when the frame could not be handed over. */
  send(data: string | ArrayBuffer): Promise<void>;
  /** Nothing but `onClose` comes after it. `reason` ≤ 123 bytes. */
  close(code?: number, reason?: string): void;
}

export interface SocketPort {
  connect(url: string, handlers: SocketHandlers, timeout_ms: number): SocketConnection;
}

/**
 * Raw key-value storage. Synchronous on purpose: cached content must be there for a page's first frame, and an
 * outbox entry must be on disk before its request leaves. Any call may throw (full, broken).
 */
export interface StoragePort {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
  /** Most characters one value may have. */
  readonly value_limit: number;
}

/** Files that must outlive WeChat's temporary folder (images waiting to be sent). Paths are opaque. */
export interface FilesPort {
  /** Copies a temporary file into the app's own folder and gives its lasting path. */
  keep(temporary_path: string): Promise<string>;
  /** Never rejects: a file that is already gone is what the caller wants. */
  remove(path: string): Promise<void>;
  /** `undefined` when there is no such file. */
  size(path: string): Promise<number | undefined>;
  /** Every kept file. */
  list(): Promise<string[]>;
}

export interface NetworkState {
  connected: boolean;
  /** As WeChat says it: wifi, 2g … 5g, unknown, none. */
  type: string;
}

export interface NetworkPort {
  read(): Promise<NetworkState>;
  onChange(listener: (state: NetworkState) => void): Off;
}

/** How the app came to the front. */
export interface ShowOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
}

export interface LifecyclePort {
  readonly visible: boolean;
  onShow(listener: (options: ShowOptions) => void): Off;
  onHide(listener: () => void): Off;
  /** What the app was launched with. */
  launchOptions(): ShowOptions;
}

/** Screen, clipboard, vibration. Promises reject with `PlatformError` where the phone refuses. */
export interface DevicePort {
  /** 0-1; Android answers -1 while the system decides. */
  brightness(): Promise<number>;
  setBrightness(value: number): Promise<void>;
  keepScreenOn(on: boolean): Promise<void>;
  /** Blanks screenshots where the system can; answers whether it did. */
  hideOnCapture(hide: boolean): Promise<boolean>;
  onCapture(listener: () => void): Off;
  /** Fails before the privacy consent. */
  copy(text: string): Promise<void>;
  /** Never rejects: a missing buzz is no failure. */
  vibrate(strength: 'light' | 'medium' | 'heavy'): Promise<void>;
  readonly info: DeviceInfo;
}

export interface DeviceInfo {
  /** ios, android, devtools, windows, mac, ohos … */
  platform: string;
  base_library: string;
  env: 'development' | 'trial' | 'release';
}

/** The code of `wx.login` (AUTH-1); parallel calls share one. */
export interface LoginPort {
  code(): Promise<string>;
}

/** Milliseconds since 1970, by the phone's own clock. */
export interface Clock {
  now(): number;
}

export interface Timers {
  after(ms: number, run: () => void): Off;
}

/** 0 ≤ x < 1. */
export type Random = () => number;

export interface Platform {
  http: HttpPort;
  upload: UploadPort;
  socket: SocketPort;
  storage: StoragePort;
  files: FilesPort;
  network: NetworkPort;
  lifecycle: LifecyclePort;
  device: DevicePort;
  login: LoginPort;
  clock: Clock;
  timers: Timers;
  random: Random;
}
