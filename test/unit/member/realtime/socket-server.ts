// A Socket.IO 4 server whose answers a test writes: who gets in, what is said, how it goes down.
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { parser } from '../../../backend/v4/realtime/parser';

export interface SocketServer {
  readonly origin: string;
  /** Tokens as they were shown. */
  readonly tokens: string[];
  /** Clients that are in, by the server's own count. */
  readonly inside: number;
  /** Why a token is refused; nothing to let it in. */
  judge: (token: string) => string | undefined;
  /** Said to everyone who comes in. */
  greet: (socket: Socket) => void;
  emit(name: string, payload: unknown): void;
  /** Down, with close frames; `up` listens at the same port again. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Half-open: connections stay, and nothing comes out of them any more, not even a close. */
  fallSilent(): void;
}

export async function createSocketServer(): Promise<SocketServer> {
  let http: HttpServer;
  let io: Server;
  let port = 0;
  let silent = false;
  const wires = new Set<Duplex>();
  const tokens: string[] = [];

  async function up(): Promise<void> {
    http = createServer();
    http.prependListener('upgrade', (_request, wire) => {
      wires.add(wire);
      wire.once('close', () => wires.delete(wire));
    });
    io = new Server(http, { transports: ['websocket'], serveClient: false, parser });
    io.use((socket, next) => {
      const token = String((socket.handshake.auth as { token?: unknown }).token);
      tokens.push(token);
      const refusal = server.judge(token);
      next(refusal === undefined ? undefined : new Error(refusal));
    });
    io.on('connection', (socket) => server.greet(socket));
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
    port = (http.address() as AddressInfo).port;
  }

  const server: SocketServer = {
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    tokens,
    get inside() {
      return io.sockets.sockets.size;
    },
    judge: () => undefined,
    greet: () => undefined,
    emit: (name, payload) => void io.emit(name, payload),
    async down() {
      // A silent wire would keep the server waiting.
      if (silent) for (const wire of wires) wire.destroy();
      await io.close();
    },
    up,
    fallSilent() {
      silent = true;
      for (const wire of wires) {
        wire.pause();
        wire.cork();
      }
    },
  };
  await up();
  return server;
}
