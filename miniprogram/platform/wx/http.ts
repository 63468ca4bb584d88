// wx.request as an HttpPort: text in, text out, every status answered, abort and chunks.
import { PlatformError } from '../failure';
import type { HttpHeaders, HttpPort, HttpResponse } from '../ports';
import { platformError } from './errors';

/** WeChat's header object, as the ordered list of the ports. */
export function headerList(header: Record<string, unknown> | undefined): HttpHeaders {
  return Object.entries(header ?? {}).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one) => [name, String(one)] as const)
      : [[name, String(value)] as const],
  );
}

/** `Set-Cookie` lines: `cookies` where the base library has it (2.10), else the joined header, split between cookies. */
export function cookieLines(cookies: readonly string[] | undefined, headers: HttpHeaders): readonly string[] {
  if (cookies !== undefined && cookies.length > 0) return cookies;
  return headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, value]) => value.split(/,(?=\s*[\w-]+=)/).map((line) => line.trim()));
}

export const wxHttp: HttpPort = {
  request(request) {
    return new Promise<HttpResponse>((resolve, reject) => {
      if (request.signal?.aborted === true) return reject(new PlatformError('aborted', 'request'));
      const task = wx.request({
        url: request.url,
        method: request.method,
        header: request.headers,
        ...(request.body === undefined ? {} : { data: request.body }),
        timeout: request.timeout_ms,
        // Not json: WeChat's own parsing loses big ids.
        dataType: '其他',
        responseType: 'text',
        enableChunked: request.onChunk !== undefined,
        success(result) {
          const headers = headerList(result.header);
          resolve({
            status: result.statusCode,
            headers,
            cookies: cookieLines(result.cookies, headers),
            body: typeof result.data === 'string' ? result.data : '',
          });
        },
        fail: (error) => reject(platformError(error)),
        complete: () => off?.(),
      });
      const off = request.signal?.onAbort(() => task.abort());
      const { onChunk, onHeaders } = request;
      // Below base library 2.20.2 there are no chunks: the body then comes whole, at the end.
      if (onChunk !== undefined && typeof task.onChunkReceived === 'function') {
        task.onChunkReceived(({ data }) => onChunk(data));
      }
      if (onHeaders !== undefined && typeof task.onHeadersReceived === 'function') {
        task.onHeadersReceived((result) => onHeaders(result.statusCode, headerList(result.header)));
      }
    });
  },
};
