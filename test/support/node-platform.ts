// Every port of the app, by Node: real HTTP, storage in memory, and a phone whose buttons the test presses.
import { stat } from 'node:fs/promises';
import { createListeners } from '../../miniprogram/platform/listeners';
import type {
  Clock,
  HttpPort,
  NetworkState,
  Platform,
  ShowOptions,
  SocketPort,
  Timers,
  UploadPort,
} from '../../miniprogram/platform/ports';
import { createMemoryStorage } from './memory-storage';
import type { MemoryStorage } from './memory-storage';
import { createNodeHttp } from './node-http';
import type { NodeHttp } from './node-http';

export interface NodePlatformOptions {
  storage?: MemoryStorage;
  clock?: Clock;
  timers?: Timers;
  /** Default 0, so that back-off waits for nothing. */
  random?: () => number;
  socket?: SocketPort;
  query?: Record<string, string>;
  /** What `wx.login` gives. */
  loginCode?: () => string;
  /** Around the phone's requests and uploads, to change what comes back. */
  wrapNetwork?: (network: HttpPort & UploadPort) => HttpPort & UploadPort;
}

/** What a test may do to the phone, and see of it. */
export interface Phone {
  http: NodeHttp;
  storage: MemoryStorage;
  show(options?: Partial<ShowOptions>): void;
  hide(): void;
  setNetwork(state: NetworkState): void;
  capture(): void;
  screen: { brightness: number; kept_on: boolean; hidden_on_capture: boolean };
  copied: string[];
  vibrated: string[];
}

export interface NodePlatform extends Platform {
  phone: Phone;
}

const realTimers: Timers = {
  after(ms, run) {
    // A phone that nobody looks at any more, and that still waits for something, keeps no process.
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** No socket was given: it fails as a refused connection does. */
const noSocket: SocketPort = {
  connect(_url, handlers) {
    setImmediate(() => {
      handlers.onError('no socket');
      handlers.onClose(1006, 'no socket');
    });
    return { send: () => Promise.reject(new Error('no socket')), close: () => undefined };
  },
};

export function createNodePlatform(options: NodePlatformOptions = {}): NodePlatform {
  const shows = createListeners<ShowOptions>();
  const hides = createListeners<undefined>();
  const networks = createListeners<NetworkState>();
  const captures = createListeners<undefined>();
  const launch: ShowOptions = { path: '', query: options.query ?? {}, scene: 1001 };
  const files = new Set<string>();
  let visible = true;
  let network: NetworkState = { connected: true, type: 'wifi' };

  const phone: Phone = {
    http: createNodeHttp(),
    storage: options.storage ?? createMemoryStorage(),
    show(shown = {}) {
      visible = true;
      shows.tell({ ...launch, ...shown });
    },
    hide() {
      visible = false;
      hides.tell(undefined);
    },
    setNetwork(state) {
      network = state;
      networks.tell(state);
    },
    capture: () => captures.tell(undefined),
    screen: { brightness: 0.4, kept_on: false, hidden_on_capture: false },
    copied: [],
    vibrated: [],
  };

  const network_ports = options.wrapNetwork?.(phone.http) ?? phone.http;
  return {
    phone,
    http: network_ports,
    upload: network_ports,
    socket: options.socket ?? noSocket,
    storage: phone.storage,
    files: {
      keep: async (temporary_path) => {
        files.add(temporary_path);
        return temporary_path;
      },
      remove: async (path) => void files.delete(path),
      size: (path) =>
        stat(path).then(
          ({ size }) => size,
          () => undefined,
        ),
      list: async () => [...files],
    },
    network: { read: async () => network, onChange: networks.add },
    lifecycle: {
      get visible() {
        return visible;
      },
      onShow: shows.add,
      onHide: hides.add,
      launchOptions: () => launch,
    },
    device: {
      info: { platform: 'devtools', base_library: '3.0.0', env: 'development' },
      brightness: async () => phone.screen.brightness,
      setBrightness: async (value) => void (phone.screen.brightness = value),
      keepScreenOn: async (on) => void (phone.screen.kept_on = on),
      hideOnCapture: async (hide) => (phone.screen.hidden_on_capture = hide),
      onCapture: captures.add,
      copy: async (text) => void phone.copied.push(text),
      vibrate: async (strength) => void phone.vibrated.push(strength),
    },
    login: { code: async () => options.loginCode?.() ?? 'test-code' },
    clock: options.clock ?? { now: () => Date.now() },
    timers: options.timers ?? realTimers,
    random: options.random ?? (() => 0),
  };
}
