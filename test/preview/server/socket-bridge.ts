// WebSockets of the mini program: the handshake is rewritten (base URL, headers), then bytes are passed on.
import net from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Transform } from 'node:stream';
import type { BridgeContext } from './http-bridge';
import { appHeaders } from './identity';
import { targetOf } from './targets';

const HANDSHAKE = [
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
];

/** Holds every piece for as long as the network is slow; their order stays. */
function delay(latencyMs: () => number): Transform {
  let last = 0;
  return new Transform({
    transform(bytes: Buffer, _encoding, callback) {
      const due = Math.max(last, Date.now() + latencyMs());
      last = due;
      const wait = due - Date.now();
      if (wait <= 0) callback(null, bytes);
      else setTimeout(() => callback(null, bytes), wait);
    },
  });
}

function handshake(
  request: IncomingMessage,
  target: URL,
  own: Record<string, string>,
  appId: string,
): string {
  const kept = HANDSHAKE.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const lines = [...kept, ...appHeaders(Object.entries(own), appId)].map(
    ([name, value]) => `${name}: ${value}`,
  );
  const path = `${target.pathname}${target.search}`;
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${target.host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    ...lines,
    '',
    '',
  ].join('\r\n');
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** A line break in a header would let a value write headers of its own. */
const isClean = (headers: Record<string, string>): boolean =>
  !/[\r\n]/.test(Object.entries(headers).flat().join(''));

/** Answers one upgrade of `/@bridge/socket?url=&headers=`. `track` gets both ends, to cut them when the network goes away. */
export function bridgeSocket(
  request: IncomingMessage,
  socket: Duplex,
  query: URLSearchParams,
  context: BridgeContext,
  track: (socket: Duplex) => void,
): void {
  const target = targetOf(query.get('url') ?? '', context.baseUrlMap);
  const headers = JSON.parse(query.get('headers') ?? '{}') as Record<string, string>;
  if (target === null || !isClean(headers)) return refuse(socket, '403 Forbidden');
  if (context.shaping().offline) return refuse(socket, '504 Gateway Timeout');
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const upstream = net.connect({ host, port: Number(target.port === '' ? 80 : target.port) });
  track(socket);
  track(upstream);
  const latency = (): number => context.shaping().latencyMs;
  upstream.write(handshake(request, target, headers, context.appId));
  socket.pipe(upstream);
  upstream.pipe(delay(latency)).pipe(socket);
  // When the backend ends, what is still on its way arrives first (pipe ends the socket); anything else cuts both at once.
  const cut = (): void => {
    upstream.destroy();
    socket.destroy();
  };
  upstream.on('error', cut);
  socket.on('error', cut).on('close', cut);
}
