// The simulated network of each page load, and the event streams to the pages that are open.
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Shaping } from '../protocol';
import { Line } from './line';

const CLEAR: Shaping = { offline: false, latencyMs: 0, lossRate: 0, bytesPerSecond: 0 };

interface Session {
  shaping: Shaping;
  line: Line;
  /** Open sockets of the mini program: cut when the network goes away. */
  sockets: Set<Duplex>;
}

export class Sessions {
  private readonly sessions = new Map<string, Session>();
  private readonly streams = new Map<ServerResponse, string>();

  shaping(session: string): Shaping {
    return this.session(session).shaping;
  }

  line(session: string): Line {
    return this.session(session).line;
  }

  setShaping(session: string, change: Partial<Shaping>): Shaping {
    const state = this.session(session);
    state.shaping = { ...state.shaping, ...change };
    if (state.shaping.offline) for (const socket of state.sockets) socket.destroy();
    this.send({ type: 'shaping', shaping: state.shaping }, session);
    return state.shaping;
  }

  /** Cut by the session going offline; forgotten when it closes by itself. */
  track(session: string, socket: Duplex): void {
    const { sockets } = this.session(session);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }

  /** Opens an event stream and says hello. */
  open(session: string, response: ServerResponse, hello: object): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.streams.set(response, session);
    response.once('close', () => this.streams.delete(response));
    response.write(`data: ${JSON.stringify(hello)}\n\n`);
    if (this.sessions.has(session)) {
      response.write(`data: ${JSON.stringify({ type: 'shaping', shaping: this.shaping(session) })}\n\n`);
    }
  }

  /** To the pages of one session, or to all. */
  send(event: object, session?: string): void {
    for (const [stream, owner] of this.streams) {
      if (session === undefined || session === owner) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    }
  }

  close(): void {
    for (const stream of this.streams.keys()) stream.end();
    for (const { sockets } of this.sessions.values()) for (const socket of sockets) socket.destroy();
  }

  private session(name: string): Session {
    const line = new Line(() => this.shaping(name));
    const known = this.sessions.get(name) ?? { shaping: CLEAR, line, sockets: new Set<Duplex>() };
    this.sessions.set(name, known);
    return known;
  }
}
