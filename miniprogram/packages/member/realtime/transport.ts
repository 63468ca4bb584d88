// The official Socket.IO client over one wire. When to open and close is the policy's: nothing here reconnects, waits
// or buffers. After `close` a connection calls no handler but `onClosed`.
import { Manager } from 'socket.io-client';
import { failureOf } from '../../../api/errors';
import type { SocketPort } from '../../../platform/ports';
import { losslessParser } from './lossless-decoder';
import { wireTransport } from './wire';

export interface ConnectionHandlers {
  /** The token of the present sign-in, asked for when the server is there to hear it. */
  token(): Promise<string>;
  /** The server accepted the token. */
  onOpened(): void;
  /** It did not, or could not be reached: its words. */
  onFailed(message: string): void;
  /** A connection that was open broke. @param by_server it was ended by the server's own word, this one alone */
  onLost(by_server?: boolean): void;
  onEvent(name: string, payload: unknown): void;
  /** Any packet at all. */
  onHeard(): void;
  /** Once, when the wire is gone: also after a failure, also after `close`. */
  onClosed(): void;
}

export interface Connection {
  /** Makes the server answer something, so that a connection that only looks open is found out. */
  probe(): void;
  close(): void;
}

export interface TransportParts {
  socket: SocketPort;
  /** Scheme, host and port, as for HTTP. */
  origin: string;
  /** For the handshake. */
  timeout_ms: number;
}

/**
 * A namespace that no server has. Every Socket.IO 4 server refuses it at once, and that answer shows that the
 * connection works.
 */
const NOWHERE = '/probe';

/** Begins one connection; what comes of it is told by the handlers, never before this returns. */
export function connect(parts: TransportParts, handlers: ConnectionHandlers): Connection {
  let asked_to_close = false;
  let gone = false;
  const onGone = () => {
    if (gone) return;
    gone = true;
    handlers.onClosed();
  };
  const unlessClosed = (tell: () => void) => {
    if (!asked_to_close) tell();
  };
  const { socket: port, origin, timeout_ms } = parts;
  const manager = new Manager(origin, {
    transports: [wireTransport({ socket: port, timeout_ms, onGone })],
    parser: losslessParser,
    path: '/socket.io',
    autoConnect: false,
    reconnection: false,
    // The policy has a deadline of its own, later than this one.
    timeout: timeout_ms,
  });
  const socket = manager.socket('/', {
    auth: (send: (auth: object) => void) => {
      handlers.token().then(
        (token) => unlessClosed(() => send({ token })),
        (error: unknown) => {
          unlessClosed(() => handlers.onFailed('no token'));
          // A bug of ours, for the app's error log.
          if (failureOf(error) === undefined) throw error;
        },
      );
    },
  });
  socket.on('connect', () => unlessClosed(handlers.onOpened));
  socket.on('connect_error', ({ message }) => unlessClosed(() => handlers.onFailed(message)));
  socket.on('disconnect', (reason) => unlessClosed(() => handlers.onLost(reason === 'io server disconnect')));
  socket.onAny((name: string, payload: unknown) => unlessClosed(() => handlers.onEvent(name, payload)));
  socket.connect();
  manager.engine.on('heartbeat', () => unlessClosed(handlers.onHeard));
  return {
    probe() {
      manager.socket(NOWHERE).disconnect().connect();
    },
    close() {
      asked_to_close = true;
      manager.socket(NOWHERE).disconnect();
      socket.disconnect();
    },
  };
}
