// The socket port by Node: what wx.connectSocket does, on a real connection, with a network that can be pulled out.
import WebSocket from 'ws';
import type { SocketHandlers, SocketPort } from '../../miniprogram/platform/ports';

export interface NodeSocket extends SocketPort {
  /** Every URL that was asked for. */
  readonly asked: string[];
  /** Sockets that WeChat would count: shaking hands, open or closing. */
  readonly count: number;
  /** The most there were at once. */
  readonly most: number;
  /** No frame arrives or leaves, no close is confirmed, and what is asked for fails. */
  unplug(): void;
  /** @returns what lets the sockets that were closed meanwhile say so, late */
  plugIn(): () => void;
  /** Ends whatever is left. */
  dispose(): void;
}

const textOf = (data: WebSocket.RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as ArrayBuffer).toString();

export function createNodeSocket(): NodeSocket {
  const asked: string[] = [];
  const alive = new Set<WebSocket>();
  const late: (() => void)[] = [];
  let most = 0;
  let plugged = true;

  function begin(url: string, handlers: SocketHandlers, timeout_ms: number) {
    const wire = new WebSocket(url, { handshakeTimeout: timeout_ms });
    alive.add(wire);
    most = Math.max(most, alive.size);
    const closed = (code: number, reason: string) => {
      const tell = () => {
        if (!alive.delete(wire)) return;
        handlers.onClose(code, reason);
      };
      if (plugged) tell();
      else late.push(tell);
    };
    const heard = (tell: () => void) => {
      if (plugged && alive.has(wire)) tell();
    };
    wire.on('open', () => heard(handlers.onOpen));
    wire.on('message', (data) => heard(() => handlers.onMessage(textOf(data))));
    wire.on('error', ({ message }) => heard(() => handlers.onError(message)));
    wire.on('close', (code, reason) => closed(code, reason.toString()));
    return wire;
  }

  return {
    asked,
    get count() {
      return alive.size;
    },
    get most() {
      return most;
    },
    connect(url, handlers, timeout_ms) {
      asked.push(url);
      if (!plugged) {
        setImmediate(() => {
          handlers.onError('connectSocket:fail');
          handlers.onClose(1006, 'no network');
        });
        return { send: () => Promise.reject(new Error('no network')), close: () => undefined };
      }
      const wire = begin(url, handlers, timeout_ms);
      return {
        send: (data) =>
          new Promise((resolve, reject) => {
            if (!plugged) return resolve();
            wire.send(data, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => wire.close(code, reason),
      };
    },
    unplug() {
      plugged = false;
    },
    plugIn() {
      plugged = true;
      return () => late.splice(0).forEach((tell) => tell());
    },
    dispose() {
      for (const wire of alive) wire.terminate();
    },
  };
}
