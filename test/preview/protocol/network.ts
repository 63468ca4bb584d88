// The mini program's network: through the preview's server, where it can be made bad.

/** The state of the simulated network of one page load (session). */
export interface Shaping {
  /** Requests fail at once, sockets are cut, `getNetworkType` says none. */
  offline: boolean;
  /** Added before the request reaches the backend, and to each socket frame's way back. */
  latencyMs: number;
  /** 0…1: share of requests that never get an answer (they run into their time-out). */
  lossRate: number;
  /** Of the line, both ways together; 0: as fast as it goes. */
  bytesPerSecond: number;
}

/** First message of every socket through the bridge: the backend accepted it. */
export const WELCOME = 'preview: open';
/** Close code of a socket that the backend, or the network, did not accept. */
export const REFUSED = 4999;

/** What the bridge says about a subpackage on its way to the phone, when it would have come. */
export interface PackageAnswer {
  passed: boolean;
}

export interface BridgeRequest {
  api: 'request' | 'uploadFile' | 'downloadFile';
  /** As the mini program wrote it; the bridge maps the base URL. Only loopback targets are let through. */
  url: string;
  method: string;
  /** As the mini program set them. The bridge adds User-Agent and Referer like WeChat's; a Referer of the app is dropped. */
  headers: [name: string, value: string][];
  body: Uint8Array | null;
  timeoutMs: number;
}

export interface BridgeHead {
  statusCode: number;
  /** Raw and in order, names as sent, repeated names repeated. */
  headers: [name: string, value: string][];
  /** Each `Set-Cookie` whole. */
  cookies: string[];
}

export interface BridgeFailure {
  reason: 'timeout' | 'abort' | 'offline' | 'refused' | 'network';
  /** The tail of WeChat's errMsg: `timeout`, `abort`, `errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED`… */
  message: string;
  /** WeChat's errno: 5 time-out, 600001… */
  errno: number;
}

/** Calls come in the order head, chunk…, then exactly one of end and fail (fail may come first). Nothing comes after abort but fail('abort'). */
export interface BridgeListener {
  head?: (head: BridgeHead) => void;
  /** Bytes as they arrive: `enableChunked`, download progress. */
  chunk?: (bytes: Uint8Array) => void;
  /** Bytes of the body handed to the backend so far: upload progress. */
  sent?: (bytes: number, total: number) => void;
  end: (all: BridgeHead & { body: Uint8Array }) => void;
  fail: (failure: BridgeFailure) => void;
}

export interface NetPort {
  request: (request: BridgeRequest, listener: BridgeListener) => { abort: () => void };
  /** URL for `new WebSocket(…)`: through the server, so that headers, base URL and shaping apply. Protocols are passed to WebSocket itself. */
  socketUrl: (url: string, headers: Record<string, string>) => string;
  /** URL for `<image>`, `<video>`, previewImage: loopback `http:` targets go through the server, anything else is unchanged. */
  resourceUrl: (url: string) => string;
  shaping: () => Shaping;
  /** Resolves when the server has taken it. */
  setShaping: (change: Partial<Shaping>) => Promise<void>;
  /** Called after each change, whoever made it (device frame, test). Returns the way to stop. */
  onShaping: (listener: (shaping: Shaping) => void) => () => void;
}
