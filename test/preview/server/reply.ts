// Small helpers to answer a request.
import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mimeOf } from './mime';

/** Uploads of the mini program pass through here: 64 MB is far above what WeChat allows. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

const cacheControl = (maxAgeS: number): string => (maxAgeS > 0 ? `max-age=${maxAgeS}` : 'no-store');

/** `maxAgeS` 0: never cached. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  maxAgeS = 0,
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': cacheControl(maxAgeS) }).end(text);
}

/** Sends content with an ETag: the browser asks each time, and keeps its copy while the tag is the same. */
export function sendTagged(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  body: Buffer,
  tag: string,
): void {
  const known = request.headers['if-none-match'] === tag;
  response.writeHead(known ? 304 : 200, { 'content-type': type, 'cache-control': 'no-cache', etag: tag });
  response.end(known ? undefined : body);
}

export const notFound = (response: ServerResponse): void =>
  sendText(response, 404, 'text/plain; charset=utf-8', 'not found');

/** `maxAgeS` 0: never cached. */
export function sendFile(response: ServerResponse, file: string, maxAgeS = 0): void {
  response.writeHead(200, { 'content-type': mimeOf(file), 'cache-control': cacheControl(maxAgeS) });
  fs.createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** The whole body; rejects when the client goes away or sends too much. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) throw new Error(`body larger than ${MAX_BODY_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
