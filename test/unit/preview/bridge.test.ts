// The network of the mini program through the preview's server: raw, streamed, abortable, and as bad as a test wants it.
import http from 'node:http';
import type { Duplex } from 'node:stream';
import { createNet } from '../../preview/client/net';
import type { Preview } from '../../preview';
import { startPreview } from '../../preview';
import { REFUSED, WELCOME } from '../../preview/protocol';
import type { BridgeFailure, BridgeHead, BridgeRequest, NetPort } from '../../preview/protocol';
import type { TinyBackend } from './support/backend';
import { startTinyBackend } from './support/backend';
import { Program, onePage } from './support/program';

let backend: TinyBackend;
let preview: Preview;
let net: NetPort;
let lost = 0;
let sessions = 0;
const origin = (): string => preview.url.slice(0, -1);

beforeAll(async () => {
  backend = await startTinyBackend();
  const { root } = new Program(onePage({}));
  preview = await startPreview({
    root,
    backendUrl: backend.url,
    appId: 'wxapp',
    random: () => lost,
    log: () => undefined,
  });
});
afterAll(async () => {
  await preview.close();
  await backend.close();
});
beforeEach(() => {
  sessions++;
  net = createNet(origin(), `s${sessions}`);
});

interface Answer {
  heads: BridgeHead[];
  chunks: string[];
  body: string;
  failure: BridgeFailure | null;
  sent: number;
}

const order = (change: Partial<BridgeRequest>): BridgeRequest => ({
  api: 'request',
  url: 'http://127.0.0.1:8901/echo',
  method: 'GET',
  headers: [],
  body: null,
  timeoutMs: 5000,
  ...change,
});

function call(
  change: Partial<BridgeRequest>,
  onHead: (abort: () => void) => void = () => undefined,
): Promise<Answer> {
  const answer: Answer = { heads: [], chunks: [], body: '', failure: null, sent: 0 };
  return new Promise((resolve) => {
    const task = net.request(order(change), {
      head: (head) => answer.heads.push(head) && onHead(() => task.abort()),
      chunk: (bytes) => answer.chunks.push(Buffer.from(bytes).toString('hex')),
      sent: (bytes) => (answer.sent = bytes),
      end: ({ body }) => resolve({ ...answer, body: Buffer.from(body).toString('utf8') }),
      fail: (failure) => resolve({ ...answer, failure }),
    });
  });
}

test('the development base URL reaches the running backend; headers come back raw and cookies whole', async () => {
  const { heads, body } = await call({ url: 'http://127.0.0.1:8901/echo?q=%E5%A5%BD' });
  expect(heads).toHaveLength(1);
  expect(heads[0]?.statusCode).toBe(207);
  expect(heads[0]?.cookies).toEqual(['a=1; Path=/', 'b=2, still b']);
  expect(heads[0]?.headers).toContainEqual(['X-Mixed-Case', 'kept']);
  expect(JSON.parse(body)).toMatchObject({ method: 'GET', url: '/echo?q=%E5%A5%BD' });
});

test("own headers arrive as written, the Referer is WeChat's, and there is no Origin", async () => {
  const { body, sent } = await call({
    method: 'POST',
    headers: [
      ['Cookie', 'refresh_token=x'],
      ['X-Name', encodeURIComponent('名')],
      ['referer', 'http://mine'],
      ['Origin', 'http://mine'],
    ],
    body: Buffer.from('{"text":"你好"}'),
  });
  const echoed = JSON.parse(body) as { rawHeaders: string[]; body: string };
  const value = (name: string): string | undefined => echoed.rawHeaders[echoed.rawHeaders.indexOf(name) + 1];
  expect(value('Cookie')).toBe('refresh_token=x');
  expect(value('Referer')).toBe('https://servicewechat.com/wxapp/0/page-frame.html');
  expect(value('User-Agent')).toContain('MicroMessenger');
  expect(echoed.rawHeaders.map((name) => name.toLowerCase())).not.toContain('origin');
  expect(echoed.rawHeaders).not.toContain('http://mine');
  expect([echoed.body, sent]).toEqual(['{"text":"你好"}', 17]);
});

test('a streamed answer arrives in pieces, cut characters and all', async () => {
  const { chunks, body } = await call({ url: 'http://127.0.0.1:8901/stream' });
  expect(chunks).toEqual(['e5', 'a5', 'bd']);
  expect(body).toBe('好');
});

test('abort reaches the backend', async () => {
  const failed = new Promise<BridgeFailure>((resolve, reject) => {
    const task = net.request(order({ url: 'http://127.0.0.1:8901/hang/1' }), { end: reject, fail: resolve });
    // Aborted only after another request was answered, so that this one has been sent for certain.
    void call({}).then(() => task.abort());
  });
  expect(await failed).toMatchObject({ reason: 'abort' });
  while (!backend.aborted.includes('/hang/1')) await new Promise(setImmediate);
});

test('abort after the head ends the exchange', async () => {
  const { failure } = await call({ url: 'http://127.0.0.1:8901/stream' }, (abort) => abort());
  expect(failure?.reason).toBe('abort');
});

test('a backend that says nothing runs into the time-out', async () => {
  const { failure } = await call({ url: 'http://127.0.0.1:8901/hang', timeoutMs: 50 });
  expect(failure).toEqual({ reason: 'timeout', message: 'timeout', errno: 5 });
});

test('an answer cut in the middle is a failure, not a short success', async () => {
  const { failure, heads } = await call({ url: 'http://127.0.0.1:8901/cut' });
  expect(heads).toHaveLength(1);
  expect(failure?.reason).toBe('network');
});

test('a port where nobody listens is a network failure', async () => {
  const { failure } = await call({ url: 'http://127.0.0.1:1/x' });
  expect(failure).toMatchObject({
    reason: 'network',
    message: expect.stringContaining('net::ERR_CONNECTION_REFUSED') as string,
  });
});

test.each([
  'https://example.com/',
  'http://example.com/',
  'http://10.0.0.1/',
  'file:///etc/hosts',
  'nonsense',
])('%s is refused: loopback only', async (url) =>
  expect((await call({ url })).failure?.reason).toBe('refused'),
);

test('offline fails at once, for this session only, and ends', async () => {
  const other = createNet(origin(), 'other');
  await net.setShaping({ offline: true });
  expect((await call({})).failure?.reason).toBe('offline');
  const fine = await new Promise((resolve, reject) =>
    other.request(order({}), { end: resolve, fail: reject }),
  );
  expect(fine).toMatchObject({ statusCode: 207 });
  await net.setShaping({ offline: false });
  expect((await call({})).failure).toBeNull();
});

test('a lost request runs into its time-out', async () => {
  await net.setShaping({ lossRate: 0.5 });
  lost = 0.4;
  expect((await call({ timeoutMs: 50 })).failure?.reason).toBe('timeout');
  lost = 0.6;
  expect((await call({})).failure).toBeNull();
});

test('latency holds an answer back', async () => {
  await net.setShaping({ latencyMs: 120 });
  const started = performance.now();
  await call({});
  expect(performance.now() - started).toBeGreaterThan(115);
});

/** The opening handshake of a WebSocket; resolves with the status that answered it. */
function connect(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; socket: Duplex | null }> {
  const handshake = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    Origin: origin(),
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  return new Promise((resolve, reject) => {
    const request = http.get(net.socketUrl(url, headers).replace(/^ws/, 'http'), { headers: handshake });
    request.on('error', reject);
    request.on('response', (response) => resolve({ status: response.statusCode ?? 0, socket: null }));
    request.on('upgrade', (response, socket, head) => {
      socket.unshift(head);
      resolve({ status: response.statusCode ?? 0, socket });
    });
  });
}

interface Frame {
  text: string;
  /** Of a close. */
  code?: number;
}

/** The first so many frames, all of them short. */
async function messages(socket: Duplex | null, count: number): Promise<Frame[]> {
  let bytes = Buffer.alloc(0);
  const frames: Frame[] = [];
  for await (const part of socket ?? []) {
    bytes = Buffer.concat([bytes, part as Buffer]);
    for (let size = bytes[1]; size !== undefined && bytes.length >= 2 + size; size = bytes[1]) {
      const body = bytes.subarray(2, 2 + size);
      const isClose = bytes[0] === 0x88;
      frames.push(
        isClose
          ? { code: body.readUInt16BE(0), text: body.subarray(2).toString() }
          : { text: body.toString() },
      );
      bytes = bytes.subarray(2 + size);
      if (frames.length === count) return frames;
    }
  }
  return frames;
}

describe('sockets', () => {
  test('reach the mapped backend with their own headers and without an Origin', async () => {
    const { status, socket } = await connect('ws://127.0.0.1:8901/socket.io/?EIO=4', { 'X-Token': 't' });
    const [welcome, said] = await messages(socket, 2);
    expect([status, welcome?.text]).toEqual([101, WELCOME]);
    expect(JSON.parse(said?.text ?? '')).toEqual({ url: '/socket.io/?EIO=4', token: 't', origin: null });
    socket?.destroy();
  });

  /** The browser is let in, so that it does not complain in its console, and hears a close of the bridge's own. */
  const expectRefused = async (url: string, reason: string, headers?: Record<string, string>) => {
    const { status, socket } = await connect(url, headers);
    expect([status, await messages(socket, 1)]).toEqual([101, [{ code: REFUSED, text: reason }]]);
  };

  test('are cut when the network goes away, and refused while it is', async () => {
    const { socket } = await connect('ws://127.0.0.1:8901/x');
    const closed = new Promise((resolve) => socket?.on('error', resolve).on('close', resolve).resume());
    await net.setShaping({ offline: true });
    await closed;
    await expectRefused('ws://127.0.0.1:8901/x', 'offline');
  });

  test('are refused where the backend does not answer or says no', async () => {
    await expectRefused('ws://127.0.0.1:1/', 'network');
    await expectRefused('ws://127.0.0.1:8901/refuse', 'status 400');
  });

  test('go to loopback only, and headers cannot smuggle lines', async () => {
    await expectRefused('wss://example.com/', 'url not in domain list');
    await expectRefused('ws://127.0.0.1:8901/', 'url not in domain list', { a: 'b\r\nc: d' });
  });
});

test('resources of the backend are served under the own origin, and not while offline', async () => {
  const url = net.resourceUrl('http://127.0.0.1:8901/echo/a.png');
  expect(url.startsWith('/@bridge/file?')).toBe(true);
  expect((await fetch(origin() + url)).status).toBe(207);
  await net.setShaping({ offline: true });
  expect((await fetch(origin() + url)).status).toBe(504);
  expect(net.resourceUrl('https://example.com/a.png')).toBe('https://example.com/a.png');
});
