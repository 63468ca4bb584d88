// Both development servers as `npm start` runs them, with a tiny program, and requests as raw as a hostile page's.
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startBackend } from '../../backend';
import type { Backend } from '../../backend';
import { startPreview } from '../../preview';
import type { Preview } from '../../preview';

export interface Servers {
  readonly backend: Backend;
  readonly preview: Preview;
  /** What the preview wrote to the terminal. */
  readonly terminal: string[];
}

const PROGRAM = {
  'app.json': '{"pages":["pages/a/a"]}',
  'app.ts': 'App({})',
  'pages/a/a.ts': 'Page({})',
  'pages/a/a.wxml': '<view/>',
};

/** Started before the file's tests, closed after them. */
export function useServers(): Servers {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'servers-'));
  const terminal: string[] = [];
  let started: { backend: Backend; preview: Preview } | undefined;
  const running = () => {
    if (started === undefined) throw new Error('the servers are not running');
    return started;
  };
  beforeAll(async () => {
    for (const [name, text] of Object.entries(PROGRAM)) {
      const file = path.join(root, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, text);
    }
    const backend = await startBackend();
    const log = (line: string): void => void terminal.push(line);
    started = { backend, preview: await startPreview({ root, backendUrl: backend.url, log }) };
  });
  afterAll(async () => {
    await running().preview.close();
    await running().backend.close();
    fs.rmSync(root, { recursive: true });
  });
  return {
    get backend() {
      return running().backend;
    },
    get preview() {
      return running().preview;
    },
    terminal,
  };
}

export interface Answer {
  /** 0 when the connection ended without an answer. */
  status: number;
  body: string;
}

export interface Request {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Asks with any `Host` and `Origin`, as curl can and a rebound page does. */
export function ask(port: number, target: string, { method = 'GET', headers = {}, body }: Request = {}) {
  return new Promise<Answer>((resolve) => {
    const options = { host: '127.0.0.1', port, path: target, method, headers, agent: false };
    const request = http.request(options, (response) => {
      const parts: Buffer[] = [];
      // A stream of events goes on for ever: that it was opened is the answer.
      if (response.headers['content-type'] === 'text/event-stream') request.destroy();
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('close', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, body: '' });
    });
    request.on('error', () => resolve({ status: 0, body: '' }));
    request.end(body);
  });
}

export const WEBSOCKET = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};

/** Writes bytes and waits until the server ends the connection, or `ms` have passed. */
export function throwAt(port: number, bytes: string, ms: number): Promise<string> {
  return new Promise((resolve) => {
    const heard: Buffer[] = [];
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(heard).toString('latin1'));
    };
    const timer = setTimeout(done, ms);
    socket.on('data', (part) => heard.push(part));
    socket.on('close', done).on('error', done);
  });
}

/** Whether both still answer whom they should. */
export async function areAlive({ backend, preview }: Servers): Promise<boolean> {
  const [page, state] = [await ask(preview.port, '/'), await ask(backend.port, '/dev/state')];
  return page.status === 200 && state.status === 200;
}
