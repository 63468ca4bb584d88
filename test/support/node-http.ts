// The HTTP and upload ports by Node's http module: what wx.request does, on a real socket.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import path from 'node:path';
import type { AbortSignal } from '../../miniprogram/platform/abort';
import { PlatformError } from '../../miniprogram/platform/failure';
import type { HttpPort, HttpRequest, HttpResponse, UploadPort } from '../../miniprogram/platform/ports';

/** In pairs, as they came over the wire. */
function headerList(raw: readonly string[]): [string, string][] {
  const list: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) list.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return list;
}

type Outgoing = Omit<HttpRequest, 'body' | 'signal'> & {
  body?: string | Buffer;
  signal?: AbortSignal | undefined;
};

/** No connection was made. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];

function exchange(request: Outgoing): Promise<HttpResponse> {
  if (request.signal?.aborted === true) return Promise.reject(new PlatformError('aborted', 'request'));
  return new Promise((resolve, reject) => {
    const fail = (kind: 'network' | 'timeout' | 'aborted', detail: string, is_unsent = false) => {
      clearTimeout(timer);
      off?.();
      reject(new PlatformError(kind, detail, is_unsent));
      outgoing.destroy();
    };
    const protocol = request.url.startsWith('https:') ? https : http;
    // A connection of its own for each request: nothing to close when a test ends.
    const outgoing = protocol.request(
      request.url,
      { method: request.method, headers: request.headers, agent: false },
      (incoming) => {
        const headers = headerList(incoming.rawHeaders);
        const status = incoming.statusCode ?? 0;
        const chunks: Buffer[] = [];
        request.onHeaders?.(status, headers);
        incoming.on('data', (chunk: Buffer) => {
          if (request.onChunk === undefined) chunks.push(chunk);
          else request.onChunk(Uint8Array.from(chunk).buffer);
        });
        incoming.on('error', (error) => fail('network', error.message));
        incoming.on('end', () => {
          clearTimeout(timer);
          off?.();
          const cookies = headers
            .filter(([name]) => name.toLowerCase() === 'set-cookie')
            .map(([, value]) => value);
          resolve({ status, headers, cookies, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    const timer = setTimeout(() => fail('timeout', 'request'), request.timeout_ms);
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      fail('network', error.message, NEVER_CONNECTED.includes(error.code ?? '')),
    );
    const off = request.signal?.onAbort(() => fail('aborted', 'request'));
    outgoing.end(request.body);
  });
}

/** Counts what leaves, by method and path. */
export interface NodeHttp extends HttpPort, UploadPort {
  readonly sent: { method: string; path: string; headers: Record<string, string> }[];
}

export function createNodeHttp(): NodeHttp {
  const sent: NodeHttp['sent'] = [];
  const note = (method: string, url: string, headers: Record<string, string>) =>
    sent.push({ method, path: new URL(url).pathname, headers });
  return {
    sent,
    request(request) {
      note(request.method, request.url, request.headers);
      return exchange(request);
    },
    async upload({ file_path, name, form = {}, onProgress, ...rest }) {
      note('POST', rest.url, rest.headers);
      const { type, body } = await multipart(file_path, name, form);
      onProgress?.(0);
      const headers = { ...rest.headers, 'Content-Type': type, 'Content-Length': String(body.length) };
      const response = await exchange({ ...rest, method: 'POST', headers, body });
      onProgress?.(100);
      return response;
    },
  };
}

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

async function multipart(file_path: string, name: string, form: Record<string, string>) {
  const file = await readFile(file_path).catch(() => {
    throw new PlatformError('refused', 'no such file');
  });
  const boundary = `----${randomUUID()}`;
  const fields = Object.entries(form).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const type = TYPES[path.extname(file_path).toLowerCase()] ?? 'application/octet-stream';
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${path.basename(file_path)}"\r\n` +
    `Content-Type: ${type}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(fields.join('') + head),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
