// I11: a hostile page on another origin, in a real browser, against what `npm start` runs.
import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../preview/playwright';
import { areAlive, useServers } from './stand';

const servers = useServers();
const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const SECRET = 'victim secret';
let browser: Browser;
let page: Page;
let evil: http.Server;
let victim: http.Server;
/** Handshakes that reached the victim. */
let reached = 0;

const portOf = (server: http.Server): number => (server.address() as AddressInfo).port;
const listening = (server: http.Server) =>
  new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));

/** A service of this machine that trusts whoever names no origin, as many do. */
function startVictim(): http.Server {
  const server = http.createServer((_request, response) => response.end(SECRET));
  return server.on('upgrade', (request, socket) => {
    reached += 1;
    const key = `${request.headers['sec-websocket-key'] ?? ''}${ACCEPT}`;
    const accept = createHash('sha1').update(key).digest('base64');
    const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.on('error', () => socket.destroy());
    socket.write([...head, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'));
    socket.write(Buffer.concat([Buffer.from([0x81, SECRET.length]), Buffer.from(SECRET)]));
  });
}

beforeAll(async () => {
  victim = startVictim();
  evil = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<h1>evil</h1>');
  });
  await Promise.all([listening(victim), listening(evil)]);
  browser = await launchBrowser();
}, 60_000);
beforeEach(async () => {
  reached = 0;
  page = await browser.newPage();
  await page.goto(`http://localhost:${portOf(evil)}/`);
});
afterEach(async () => {
  await page.close();
  expect(await areAlive(servers)).toBe(true);
});
afterAll(async () => {
  await browser.close();
  for (const server of [evil, victim]) server.closeAllConnections();
  await Promise.all([evil, victim].map((server) => new Promise((resolve) => server.close(resolve))));
});

/** What the page hears of a WebSocket, until it is closed. */
const heard = (url: string): Promise<string[]> =>
  page.evaluate(
    (address) =>
      new Promise<string[]>((resolve) => {
        const said: string[] = [];
        const socket = new WebSocket(address);
        socket.onopen = () => said.push('open');
        socket.onmessage = ({ data }) => {
          said.push(String(data));
          socket.close();
        };
        socket.onclose = () => resolve(said);
      }),
    url,
  );

interface Options {
  method?: string;
  mode?: 'no-cors';
  headers?: Record<string, string>;
  body?: string;
}

/** What a fetch of the page's comes to: a status, `opaque`, or `failed`. */
const fetched = (url: string, options: Options): Promise<string> =>
  page.evaluate(
    ([address, init]) =>
      fetch(address, init).then(
        (response) => (response.type === 'opaque' ? 'opaque' : String(response.status)),
        () => 'failed',
      ),
    [url, options] as const,
  );

test('I11 evil-page: no socket through the preview to a service of this machine', async () => {
  const service = encodeURIComponent(`ws://127.0.0.1:${portOf(victim)}/x`);
  const { port } = servers.preview;
  for (const host of ['127.0.0.1', 'localhost']) {
    expect(await heard(`ws://${host}:${port}/@bridge/socket?session=a&url=${service}`)).toEqual([]);
    expect(await heard(`ws://${host}:${port}/@bridge/socket?session=a&url=${service}&headers=%7B`)).toEqual(
      [],
    );
  }
  expect(reached).toBe(0);
});

test('I11 evil-page: nothing is changed by what it posts, nothing read by what it gets', async () => {
  const { backend, preview, terminal } = servers;
  backend.dev.latency(1);
  terminal.length = 0;
  const blind = { method: 'POST', mode: 'no-cors' } as const;
  const message = '\u001b[31mevil line in your terminal';
  await fetched(`${backend.url}/dev/calm`, { ...blind, body: '{}' });
  await fetched(`${preview.url}@stack`, { ...blind, body: JSON.stringify({ message, stack: 'x' }) });
  await fetched(`${preview.url}@bridge/shaping?session=main`, { ...blind, body: '{"offline":true}' });
  expect(backend.dev.faults.latencyMs).toBe(1);
  expect(terminal).toEqual([]);
  expect(preview.setShaping('main', {}).offline).toBe(false);
  expect(await fetched(`${backend.url}/dev/state`, {})).toBe('failed');
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect(await fetched(`${backend.url}/dev/calm`, json)).toBe('failed');
  backend.dev.faults.clear();
});

test('I11 evil-page: pictures, scripts and frames of ours do not load in it', async () => {
  const { backend, preview } = servers;
  const service = encodeURIComponent(`http://127.0.0.1:${portOf(victim)}/`);
  let answered = 0;
  victim.on('request', () => (answered += 1));
  await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map(
          ([tag, url]) =>
            new Promise<void>((resolve) => {
              const element = Object.assign(document.createElement(tag), { src: url });
              element.onload = element.onerror = () => resolve();
              document.body.append(element);
            }),
        ),
      ).then(() => undefined),
    [
      ['img', `${preview.url}@bridge/file?url=${service}`],
      ['img', `${backend.url}/desk/events`],
      ['script', `${preview.url}@build/main.js`],
      ['iframe', preview.url],
      ['iframe', `${backend.url}/dev`],
    ] as const,
  );
  expect(answered).toBe(0);
  expect(await page.evaluate('typeof window.__previewServer')).toBe('undefined');
  const frames = page.frames().slice(1);
  const texts = await Promise.all(frames.map((frame) => frame.evaluate('document.body.innerText')));
  expect(texts.every((text) => String(text).includes('own pages'))).toBe(true);
});
