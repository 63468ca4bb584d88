// wx.request, uploadFile and downloadFile: called from Node, so that headers are raw, there is no CORS, and the network can be bad.
import http from 'node:http';
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { FRAME, encodeFrame, encodeJsonFrame } from '../protocol/frames';
import type { FrameKind } from '../protocol/frames';
import type { BridgeFailure, BridgeHead, BridgeRequest, Shaping } from '../protocol';
import { appHeaders } from './identity';
import type { Line } from './line';
import type { BaseUrlMap } from './targets';
import { targetOf } from './targets';

export interface BridgeContext {
  shaping: () => Shaping;
  line: Line;
  baseUrlMap: BaseUrlMap;
  appId: string;
  /** 0…1; decides which requests are lost. */
  random: () => number;
}

type Order = Omit<BridgeRequest, 'body'>;

const FAILURES = {
  timeout: { reason: 'timeout', message: 'timeout', errno: 5 },
  offline: {
    reason: 'offline',
    message: 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
    errno: 600001,
  },
  refused: {
    reason: 'refused',
    message: 'url not in domain list (the preview calls loopback addresses only)',
    errno: 600002,
  },
} satisfies Record<string, BridgeFailure>;

/** Chromium's names for Node's errors. The program tells by these names whether a request can have left the phone. */
const CHROMIUM: Record<string, [code: number, name: string]> = {
  ECONNREFUSED: [-102, 'CONNECTION_REFUSED'],
  ENOTFOUND: [-105, 'NAME_NOT_RESOLVED'],
  EAI_AGAIN: [-105, 'NAME_NOT_RESOLVED'],
  EHOSTUNREACH: [-109, 'ADDRESS_UNREACHABLE'],
  ENETUNREACH: [-109, 'ADDRESS_UNREACHABLE'],
  ECONNRESET: [-101, 'CONNECTION_RESET'],
};

function networkFailure(error: Error | Pick<NodeJS.ErrnoException, 'code'>): BridgeFailure {
  const [code, name] = CHROMIUM[('code' in error && error.code) || ''] ?? [-100, 'CONNECTION_CLOSED'];
  const message = `errcode:${code} cronet_error_code:${code} error_msg:net::ERR_${name}`;
  return { reason: 'network', message, errno: 600001 };
}

function headOf(response: IncomingMessage): BridgeHead {
  const headers: [string, string][] = [];
  for (let i = 0; i + 1 < response.rawHeaders.length; i += 2) {
    headers.push([response.rawHeaders[i] ?? '', response.rawHeaders[i + 1] ?? '']);
  }
  const cookies = headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
  return { statusCode: response.statusCode ?? 0, headers, cookies };
}

/** Repeated names become arrays, as Node's client wants them. */
function groupHeaders(pairs: readonly [string, string][]): Record<string, string | string[]> {
  const grouped: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) {
    const known = grouped[name];
    grouped[name] = known === undefined ? value : [known, value].flat();
  }
  return grouped;
}

/** One request under way. Frames go to the browser until the first end or fail. */
class Passage {
  private upstream: ClientRequest | null = null;
  private readonly timers: NodeJS.Timeout[] = [];
  private done = false;

  constructor(
    private readonly order: Order,
    private readonly body: Buffer,
    private readonly downstream: ServerResponse,
    private readonly context: BridgeContext,
  ) {}

  start(): void {
    // The browser closes the exchange to abort it.
    this.downstream.once('close', () => this.finish());
    this.after(this.order.timeoutMs, () => this.fail(FAILURES.timeout));
    const { offline, latencyMs, lossRate } = this.context.shaping();
    const target = targetOf(this.order.url, this.context.baseUrlMap);
    if (target === null) return this.fail(FAILURES.refused);
    if (offline) return this.fail(FAILURES.offline);
    // A lost request has no answer: it runs into its time-out.
    if (lossRate > 0 && this.context.random() < lossRate) return;
    const wait = latencyMs + this.context.line.wait(this.body.length);
    if (wait > 0) this.after(wait, () => this.call(target));
    else this.call(target);
  }

  private call(target: URL): void {
    if (this.context.shaping().offline) return this.fail(FAILURES.offline);
    const { method, headers } = this.order;
    const all = groupHeaders(appHeaders(headers, this.context.appId));
    if (this.body.length > 0 || !/^(GET|HEAD)$/i.test(method))
      all['Content-Length'] = String(this.body.length);
    try {
      const options = { method, headers: all, agent: false };
      this.upstream = http.request(target, options, (response) => this.answer(response));
    } catch {
      // A method or a header that HTTP does not have: a phone's request fails too, and nothing leaves it.
      return this.fail(networkFailure({ code: 'ECONNREFUSED' }));
    }
    this.upstream.on('error', (error) => this.fail(networkFailure(error)));
    this.upstream.once('finish', () => this.sent());
    this.upstream.end(this.body);
  }

  private sent(): void {
    if (this.body.length > 0)
      this.frameJson(FRAME.sent, { bytes: this.body.length, total: this.body.length });
  }

  private answer(response: IncomingMessage): void {
    this.frameJson(FRAME.head, headOf(response));
    response.on('error', (error) => this.fail(networkFailure(error)));
    const body = response.pipe(this.context.line.paced());
    body.on('data', (bytes: Buffer) => this.frame(FRAME.chunk, bytes));
    body.on('end', () => {
      this.frameJson(FRAME.end, {});
      this.finish();
    });
  }

  private fail(failure: BridgeFailure): void {
    this.frameJson(FRAME.fail, failure);
    this.finish();
  }

  private frameJson(kind: FrameKind, value: unknown): void {
    if (!this.done) this.downstream.write(encodeJsonFrame(kind, value));
  }

  private frame(kind: FrameKind, payload: Uint8Array): void {
    if (!this.done) this.downstream.write(encodeFrame(kind, payload));
  }

  private finish(): void {
    if (this.done) return;
    this.done = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.upstream?.destroy();
    this.downstream.end();
  }

  private after(ms: number, act: () => void): void {
    this.timers.push(setTimeout(act, ms));
  }
}

/** Throws for what is no order. */
function orderOf(sent: unknown): Order {
  const { method, url, headers, timeoutMs } = (sent ?? {}) as Partial<Order>;
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string');
  const isOrder =
    typeof method === 'string' &&
    typeof url === 'string' &&
    typeof timeoutMs === 'number' &&
    Array.isArray(headers) &&
    headers.every(isPair);
  if (!isOrder) throw new Error('no request to pass on');
  return sent as Order;
}

/** Answers one `POST /@bridge/http`. Throws when the order cannot be read. */
export function bridgeHttp(
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  context: BridgeContext,
): void {
  const order = orderOf(JSON.parse(decodeURIComponent(String(request.headers['x-preview-request']))));
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  new Passage(order, body, response, context).start();
}
