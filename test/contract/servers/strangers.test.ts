// I11: any page in a developer's browser can reach the servers of this machine, under its own name or, by a name that it lets
// point here, under ours. Neither is let in, on no route and by no handshake; and no request ends a server.
import { areAlive, ask, throwAt, useServers, WEBSOCKET } from './stand';

const servers = useServers();
const EVIL = 'http://evil.example';

/** Every kind of route of both servers. */
const BACKEND = [
  '/dev',
  '/dev/state',
  '/desk',
  '/desk/sessions',
  '/desk/events',
  '/api/v4/auth/verify',
  '/api/xcx/me',
];
const MORE_BACKEND = [
  '/static/items/tea.png',
  '/uploads/x',
  '/nothing',
  '/api/v4/nothing',
  '/api/xcx/nothing',
];
const PREVIEW = [
  '/',
  '/@events',
  '/@bridge/file?url=x',
  '/@build/main.js',
  '/@font/font.css',
  '/@icon/x',
  '/@app/app.json',
];
const PREVIEW_POSTS = ['/@bridge/http', '/@bridge/shaping?session=main', '/@stack'];

const targets = () => [
  ...[...BACKEND, ...MORE_BACKEND].map((path) => ({ port: servers.backend.port, method: 'GET', path })),
  ...['/dev/calm', '/dev/reset', '/desk/redeem', '/api/v4/auth/login', '/api/xcx/login'].map((path) => ({
    ...{ port: servers.backend.port, method: 'POST', path },
  })),
  ...PREVIEW.map((path) => ({ port: servers.preview.port, method: 'GET', path })),
  ...PREVIEW_POSTS.map((path) => ({ port: servers.preview.port, method: 'POST', path })),
];

/** How each target answers to these headers. */
async function statuses(
  headersFor: (port: number) => Record<string, string>,
): Promise<Record<string, number>> {
  const asked = targets().map(async ({ port, method, path }) => {
    const headers = { 'content-type': 'application/json', ...headersFor(port) };
    const { status } = await ask(port, path, {
      method,
      headers,
      ...(method === 'POST' ? { body: '{}' } : {}),
    });
    return [`${method} ${path}`, status] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

test('I11 rebinding: a name that is not this machine’s is refused on every route, whatever the origin says', async () => {
  for (const host of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    '0.0.0.0',
  ]) {
    const seen = await statuses((port) => ({ host: `${host}:${port}`, origin: `http://${host}:${port}` }));
    const bare = await statuses((port) => ({ host: `${host}:${port}` }));
    expect([host, new Set([...Object.values(seen), ...Object.values(bare)])]).toEqual([host, new Set([403])]);
  }
});

test('I11 a foreign origin is refused on every route', async () => {
  for (const origin of [EVIL, 'https://127.0.0.1.evil.example', 'null', 'file://', 'http://localhost.evil']) {
    const seen = await statuses(() => ({ origin }));
    expect([origin, new Set(Object.values(seen))]).toEqual([origin, new Set([403])]);
  }
});

test('I11 another port of this machine is another site to the preview, the panel and the desk', async () => {
  const seen = await statuses(() => ({ origin: 'http://localhost:9520' }));
  for (const [target, status] of Object.entries(seen)) {
    // The APIs are for programs of this machine, WeChat's own tools among them; a token guards them.
    if (!/api|static|uploads|nothing/.test(target)) expect([target, status]).toEqual([target, 403]);
  }
});

test('I11 pictures, scripts and frames of other sites name no origin, and are refused all the same', async () => {
  for (const dest of ['image', 'script', 'iframe']) {
    const asked = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': dest };
    for (const path of ['/@bridge/file?url=http://127.0.0.1:1/', '/', '/@build/main.js']) {
      expect((await ask(servers.preview.port, path, { headers: asked })).status).toBe(403);
    }
    expect((await ask(servers.backend.port, '/desk/events', { headers: asked })).status).toBe(403);
  }
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  expect((await ask(servers.preview.port, '/', { headers: link })).status).toBe(200);
});

test('I11 own pages, programs of this machine and WeChat are let in', async () => {
  const { backend, preview } = servers;
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    const own = (port: number) => ({ host: `${host}:${port}`, origin: `http://${host}:${port}` });
    expect((await ask(preview.port, '/', { headers: own(preview.port) })).status).toBe(200);
    expect((await ask(backend.port, '/dev/state', { headers: own(backend.port) })).status).toBe(200);
  }
  for (const origin of ['https://servicewechat.com', 'http://127.0.0.1:39211']) {
    expect((await ask(backend.port, '/api/xcx/me', { headers: { origin } })).status).toBe(401);
  }
});

test('I11 bridge-crash: a handshake of any page, broken headers in it, neither passes nor ends the preview', async () => {
  const { backend, preview } = servers;
  const url = encodeURIComponent(`ws://127.0.0.1:${backend.port}/`);
  for (const origin of [EVIL, 'http://localhost:9520', undefined]) {
    for (const headers of [
      '%7B',
      'null',
      '%5B%5D',
      '%22x%22',
      '%7B%22a%22%3A1%7D',
      '%7B%22a%5Cr%5Cnb%22%3A%22c%22%7D',
    ]) {
      const target = `/@bridge/socket?session=a&url=${url}&headers=${headers}`;
      const { status } = await ask(preview.port, target, {
        headers: { ...WEBSOCKET, ...(origin === undefined ? {} : { origin }) },
      });
      // Of its own pages' handshakes none is refused: the first message says what came of it.
      expect([origin, headers, status]).toEqual([origin, headers, origin === undefined ? 101 : 403]);
    }
  }
  expect(await areAlive(servers)).toBe(true);
});

test('I11 sockets of the backend: a foreign origin, or another name, gets none', async () => {
  const target = '/socket.io/?EIO=4&transport=websocket';
  const { port } = servers.backend;
  const shake = (headers: Record<string, string>) =>
    ask(port, target, { headers: { ...WEBSOCKET, ...headers } });
  expect((await shake({})).status).toBe(101);
  for (const headers of [{ origin: EVIL }, { host: `evil.example:${port}` }, { origin: 'null' }]) {
    expect((await shake(headers)).status).not.toBe(101);
  }
});

const NONSENSE = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /%E0%A4%A HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET //[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /@app/%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /@app/../../x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET /@app/. HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'GET //[ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  'GET /x HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
  'CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'POST /@stack HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n\r\nnull',
  'POST /@stack HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n{"stack":',
  'POST /@bridge/shaping HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\n\r\nnull',
  'POST /@bridge/http HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n',
  'POST /@bridge/http HTTP/1.1\r\nHost: 127.0.0.1\r\nx-preview-request: %7B%7D\r\nContent-Length: 0\r\n\r\n',
  'POST /dev/quirks HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{',
  'POST /api/xcx/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`,
];

test('I11 no request ends a server: broken, cut off, too long, of another protocol', async () => {
  const { backend, preview } = servers;
  const thrown = [backend.port, preview.port].flatMap((port) =>
    NONSENSE.map((bytes) => throwAt(port, bytes, 700)),
  );
  await Promise.all(thrown);
  expect(await areAlive(servers)).toBe(true);
});

test('I11 an order with a method or header that HTTP does not have fails as a request, and ends no server', async () => {
  const { backend, preview } = servers;
  const url = `${backend.url}/api/xcx/me`;
  const orders = [
    { method: 'GET X', url, headers: [], timeoutMs: 1000 },
    { method: 'GET', url, headers: [['a b', 'c']], timeoutMs: 1000 },
    { method: 'GET', url, headers: [['a', 'c\r\nd: e']], timeoutMs: 1000 },
  ];
  // Late as on a slow network: what is thrown then is thrown at nobody.
  const slow = { method: 'POST', body: '{"latencyMs":20}' };
  await ask(preview.port, '/@bridge/shaping?session=slow', slow);
  for (const order of orders) {
    const asked = encodeURIComponent(JSON.stringify(order));
    const headers = { 'x-preview-request': asked, 'x-preview-session': 'slow' };
    const { body } = await ask(preview.port, '/@bridge/http', { method: 'POST', headers });
    expect(body).toContain('errcode:-102');
  }
  expect(await areAlive(servers)).toBe(true);
});

test('I11 no control characters sent by a page reach the terminal', async () => {
  const { preview, terminal } = servers;
  terminal.length = 0;
  const message = '\u001b[31mred\u001b]0;title\u0007\u009b2J\u202eesrever\r over';
  await ask(preview.port, '/@stack', {
    method: 'POST',
    body: JSON.stringify({ message, stack: `${message}\n at x` }),
  });
  await ask(preview.port, `/@bridge/shaping?x=%1b${encodeURIComponent(message)}`, {
    method: 'POST',
    body: message,
  });
  await throwAt(
    preview.port,
    'POST /@stack?\x1b[2J HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\n\r\n{',
    500,
  );
  expect(terminal.length).toBeGreaterThanOrEqual(2);
  expect(terminal.join('')).toContain('\\u001b[31mred');
  // eslint knows no way to say it without them.
  const raw = [...terminal.join('')].filter((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return (code < 32 && sign !== '\n' && sign !== '\t') || (code >= 127 && code < 160) || code === 0x202e;
  });
  expect(raw).toEqual([]);
});
