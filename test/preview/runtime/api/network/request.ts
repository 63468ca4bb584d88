// wx.request.
import type { NetPort } from '../../../protocol';
import type { HostPorts } from '../../ports/host';
import { optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import { Signal } from '../signal';
import type { ApiTable, Result } from '../table';
import type { Connections } from './connections';
import { encodeBody, headerObject, headerPairs, withQuery } from './encode';
import { optionsOf, startCall } from './task';

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH'];
const WITHOUT_BODY = ['GET', 'HEAD'];
const DEFAULT_TIMEOUT_MS = 60_000;

/** Milliseconds from app.json's networkTimeout. */
export function configuredTimeout(ports: HostPorts, api: string): number {
  const table = ports.app.json['networkTimeout'];
  const value: unknown = typeof table === 'object' && table !== null ? Reflect.get(table, api) : undefined;
  return typeof value === 'number' ? value : DEFAULT_TIMEOUT_MS;
}

/** The URL of a call. @throws ApiFailure "invalid url" for what is neither http nor https */
export function httpUrl(options: Options): string {
  const { url } = required(options, { url: 'String' });
  if (!/^https?:\/\//i.test(url)) throw new ApiFailure(`invalid url "${url}"`, { errno: 600009 });
  return url;
}

function methodOf(options: Options): string {
  const method = (optional(options, { method: 'String' }).method ?? 'GET').toUpperCase();
  if (!METHODS.includes(method))
    throw new ApiFailure(`parameter error: parameter.method should be one of ${METHODS.join()}`);
  return method;
}

function decodeAnswer(body: Uint8Array, options: Options): unknown {
  if (options['responseType'] === 'arraybuffer') return body.slice().buffer;
  const text = new TextDecoder().decode(body);
  if ((options['dataType'] ?? 'json') !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    // WeChat hands over what it cannot parse as it is.
    return text;
  }
}

export function addRequest(table: ApiTable, ports: HostPorts, net: NetPort, connections: Connections): void {
  table.value('request', (given?: unknown) => {
    const options = optionsOf(given);
    const chunks = new Signal<Result>();
    const chunked = options['enableChunked'] === true;
    const task = startCall(connections, net, {
      api: 'request',
      options,
      request: () => {
        const method = methodOf(options);
        const url = httpUrl(options);
        const headers = headerPairs(options['header'], method);
        const bodiless = WITHOUT_BODY.includes(method);
        return {
          api: 'request',
          url: bodiless ? withQuery(url, options['data']) : url,
          method,
          headers,
          body: bodiless ? null : encodeBody(options['data'], headers),
          timeoutMs: optional(options, { timeout: 'Number' }).timeout ?? configuredTimeout(ports, 'request'),
        };
      },
      result: ({ statusCode, headers, cookies, body }) => ({
        data: chunked ? '' : decodeAnswer(body, options),
        statusCode,
        header: headerObject(headers),
        cookies,
        exception: { retryCount: 0, reasons: [] },
      }),
      listen: chunked ? { chunk: (bytes) => chunks.emit({ data: bytes.slice().buffer }) } : {},
    });
    return {
      abort: task.abort,
      onHeadersReceived: task.headers.on,
      offHeadersReceived: task.headers.off,
      onChunkReceived: chunks.on,
      offChunkReceived: chunks.off,
    };
  });
}
