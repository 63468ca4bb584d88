// Images and other resources of the backend under the preview's own origin: they share the simulated network, and a canvas may read them.
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BridgeContext } from './http-bridge';
import { appHeaders } from './identity';
import { targetOf } from './targets';

const PASSED = ['range', 'if-none-match', 'if-modified-since'];

/** Answers one `GET /@bridge/file?url=`. 502 when the backend is away, 504 when the session is offline. */
export function bridgeFile(
  request: IncomingMessage,
  url: string,
  response: ServerResponse,
  context: BridgeContext,
): void {
  const target = targetOf(url, context.baseUrlMap);
  const { offline, latencyMs } = context.shaping();
  if (target === null || offline) {
    response.writeHead(target === null ? 403 : 504).end();
    return;
  }
  const own = PASSED.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const headers = Object.fromEntries(appHeaders(own, context.appId));
  const call = (): void => {
    const upstream = http.get(target, { headers, agent: false }, (answer) => {
      // What listens there need not speak HTTP as Node does.
      try {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
      } catch {
        upstream.destroy();
        return void response.writeHead(502).end();
      }
      answer.pipe(context.line.paced()).pipe(response);
    });
    upstream.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.once('close', () => upstream.destroy());
  };
  setTimeout(call, latencyMs);
}
