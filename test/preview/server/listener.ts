// The HTTP server: which requests are let in, and the answer to one that cannot be read. No request, however broken,
// ends the server.
import http from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { plainText } from '../../support/plain-text';
import { strangeness } from '../../support/visitor';
import { route } from './routes';
import type { Routes } from './routes';
import { sendText } from './reply';
import { bridgeSocket } from './socket-bridge';

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

function upgrade(routes: Routes, request: IncomingMessage, socket: Duplex): void {
  if (strangeness(request.headers) !== undefined) return void socket.end(FORBIDDEN);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://preview');
  const session = searchParams.get('session') ?? '';
  if (pathname !== '/@bridge/socket') return void socket.destroy();
  bridgeSocket(request, socket, searchParams, routes.bridge(session), (end) =>
    routes.sessions.track(session, end),
  );
}

/** Makes the server without listening. */
export function createListener(routes: Routes): http.Server {
  const server = http.createServer((request, response) => {
    const reason = strangeness(request.headers);
    if (reason !== undefined) return sendText(response, 403, 'text/plain; charset=utf-8', reason);
    route(routes, request, response).catch((error: unknown) => {
      routes.log(plainText(`${request.method} ${request.url}: ${String(error)}`));
      if (response.headersSent) response.destroy();
      else sendText(response, 400, 'text/plain; charset=utf-8', String(error));
    });
  });
  server.on('upgrade', (request, socket) => {
    socket.on('error', () => socket.destroy());
    try {
      upgrade(routes, request, socket);
    } catch (error) {
      routes.log(plainText(`upgrade ${request.url}: ${String(error)}`));
      socket.end(BAD_REQUEST);
    }
  });
  return server;
}
