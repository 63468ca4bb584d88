// WebSockets of the mini program: the handshake is rewritten (base URL, headers), then bytes are passed on. A browser
// writes every refused handshake into its console, which a phone does not: so the browser's handshake always succeeds,
// and the first message, or a close with a code of the bridge's own, says what the backend answered.
import net from 'node:net';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Transform } from 'node:stream';
import { REFUSED, WELCOME } from '../protocol';
import type { BridgeContext } from './http-bridge';
import { appHeaders } from './identity';
import { headOf } from './socket-head';
import { targetOf } from './targets';
import { acceptance, closeFrame, textFrame } from './websocket';

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

/** Accepts the browser's handshake and closes at once, with the reason. */
function refuse(request: IncomingMessage, socket: Duplex, reason: string): void {
  socket.on('error', () => socket.destroy());
  socket.resume();
  socket.end(Buffer.concat([acceptance(request), closeFrame(REFUSED, reason)]));
}

/** Names are tokens; in a value a line break would write headers of its own. */
const isClean = ([name, value]: [string, unknown]): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof value === 'string' && !/[\r\n\0]/.test(value);

/** The mini program's own headers, or null for what are none. */
function headersOf(json: string): Record<string, string> | null {
  try {
    const sent: unknown = JSON.parse(json);
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return null;
    return Object.entries(sent).every(isClean) ? (sent as Record<string, string>) : null;
  } catch {
    return null;
  }
}

/** Answers one upgrade of `/@bridge/socket?url=&headers=`. `track` gets both ends, to cut them when the network goes away. */
export function bridgeSocket(
  request: IncomingMessage,
  socket: Duplex,
  query: URLSearchParams,
  context: BridgeContext,
  track: (socket: Duplex) => void,
): void {
  const target = targetOf(query.get('url') ?? '', context.baseUrlMap);
  const headers = headersOf(query.get('headers') ?? '{}');
  if (target === null || headers === null) return refuse(request, socket, 'url not in domain list');
  if (context.shaping().offline) return refuse(request, socket, 'offline');
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const upstream = net.connect({ host, port: Number(target.port === '' ? 80 : target.port) });
  track(upstream);
  const latency = (): number => context.shaping().latencyMs;
  upstream.write(handshake(request, target, headers, context.appId));
  // When the backend ends, what is still on its way arrives first (pipe ends the socket); anything else cuts both at once.
  const cut = (): void => {
    upstream.destroy();
    socket.destroy();
  };
  socket.on('error', cut).on('close', cut);
  void headOf(upstream).then((head) => {
    if (head?.status !== 101) {
      upstream.destroy();
      return refuse(request, socket, head === undefined ? 'network' : `status ${head.status}`);
    }
    track(socket);
    upstream.on('error', cut);
    const slow = delay(latency);
    slow.write(Buffer.concat([head.bytes, textFrame(WELCOME)]));
    upstream.pipe(slow).pipe(socket);
    socket.pipe(upstream);
  });
}
