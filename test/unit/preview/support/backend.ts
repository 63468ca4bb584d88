// A tiny backend for the bridge: echoes, streams, hangs, and speaks just enough WebSocket to send one text.
import crypto from 'node:crypto';
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TinyBackend {
  url: string;
  /** Requests whose answer was cut off by the caller. */
  aborted: string[];
  close: () => Promise<void>;
}

async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2, still b']);
  response.setHeader('X-Mixed-Case', 'kept');
  response.writeHead(207, { 'content-type': 'application/json' });
  const { method, url, rawHeaders } = request;
  response.end(JSON.stringify({ method, url, rawHeaders, body: Buffer.concat(parts).toString('utf8') }));
}

/** Three bytes of one Chinese character, one at a time. */
function stream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const pieces = [...Buffer.from('好')];
  const next = (): void => {
    const piece = pieces.shift();
    if (piece === undefined) response.end();
    else response.write(Buffer.from([piece]), () => setTimeout(next, 15));
  };
  next();
}

export async function startTinyBackend(): Promise<TinyBackend> {
  const aborted: string[] = [];
  const server = http.createServer((request, response) => {
    const { url = '' } = request;
    if (url.startsWith('/stream')) return stream(response);
    if (url.startsWith('/hang')) return void response.on('close', () => aborted.push(url));
    if (url.startsWith('/cut')) return void response.write('half', () => response.destroy());
    return void echo(request, response);
  });
  server.on('upgrade', (request, socket) => {
    if (request.url === '/refuse') return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = crypto.createHash('sha1').update(key).digest('base64');
    const text = JSON.stringify({
      url: request.url,
      token: request.headers['x-token'],
      origin: request.headers.origin ?? null,
    });
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), Buffer.from(text)]));
    socket.on('error', () => socket.destroy()).on('end', () => socket.end());
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, aborted, close };
}
