// Between the phone and the backend: passes everything on, and changes what a reply says where a test asks for it. So a
// test can let the backend of next year answer.
import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { AddressInfo } from 'node:net';

/** Changes a reply's `data`, already parsed (ids are strings on this side of the backend). */
export type Rewrite = (data: Record<string, unknown>) => void;

/** By the end of the path: `/backpack/items` or `/items/45601`. */
export type Rewrites = Map<string, Rewrite>;

/** What the phones have asked for. */
export interface Asked {
  /** Paths with their queries, of requests and of sockets. */
  urls: string[];
  /** Tokens that came with them, where they belong: in their head. */
  tokens: Set<string>;
}

function rewritten(body: Buffer, rewrite: Rewrite): Buffer {
  const envelope = JSON.parse(body.toString('utf8')) as { data?: Record<string, unknown> | null };
  if (envelope.data) rewrite(envelope.data);
  return Buffer.from(JSON.stringify(envelope), 'utf8');
}

/** Starts it in front of `target`; the caller closes it. */
export async function startRewriter(
  target: string,
): Promise<{ url: string; rewrites: Rewrites; asked: Asked; close: () => Promise<void> }> {
  const rewrites: Rewrites = new Map();
  const asked: Asked = { urls: [], tokens: new Set() };
  const note = ({ url = '/', headers }: http.IncomingMessage): void => {
    asked.urls.push(url);
    const token = headers.authorization?.replace(/^Bearer /, '');
    if (token !== undefined) asked.tokens.add(token);
  };
  const server = http.createServer((request, response) => {
    note(request);
    const { method = 'GET', url = '/', headers } = request;
    const path = url.split('?')[0] ?? '';
    const rewrite = [...rewrites].find(([end]) => path.endsWith(end))?.[1];
    const onward = http.request(new URL(url, target), { method, headers, agent: false }, (reply) => {
      const { statusCode = 502, headers: sent } = reply;
      // Cut in the middle of an answer, too.
      reply.on('error', () => response.destroy());
      if (rewrite === undefined) {
        response.writeHead(statusCode, reply.rawHeaders);
        reply.pipe(response);
        return;
      }
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        const body = rewritten(Buffer.concat(parts), rewrite);
        response.writeHead(statusCode, { ...sent, 'content-length': body.length }).end(body);
      });
    });
    // A connection that one side cuts is cut for the other too.
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket: Duplex, head) => {
    note(request);
    const { hostname, port } = new URL(target);
    const onward = net.connect({ host: hostname, port: Number(port) });
    const { method = 'GET', url = '/', rawHeaders } = request;
    const lines = rawHeaders.flatMap((name, at) =>
      at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1] ?? ''}`] : [],
    );
    onward.write(`${[`${method} ${url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
    onward.write(head);
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy()).on('close', () => void (sockets.delete(end), other.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    rewrites,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
