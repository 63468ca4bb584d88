// The app's requests through the preview's bridge, as a browser sends them: cookies and all.
import { saysUnsent } from '../../../miniprogram/platform/wx/errors';
import { PlatformError } from '../../../miniprogram/platform/failure';
import type { HttpPort, HttpRequest, HttpResponse, UploadPort } from '../../../miniprogram/platform/ports';
import { createNet } from '../../preview/client/net';
import type { BridgeFailure } from '../../preview/protocol';

const KINDS: Record<BridgeFailure['reason'], 'network' | 'timeout' | 'aborted' | 'refused'> = {
  timeout: 'timeout',
  abort: 'aborted',
  offline: 'network',
  refused: 'refused',
  network: 'network',
};

/** `origin`: of the preview's server, without a slash at its end. */
export function bridgeNetwork(origin: string): HttpPort & UploadPort {
  const net = createNet(origin, 'contract');
  return {
    upload: () => Promise.reject(new PlatformError('refused', 'no upload here')),
    request: (request: HttpRequest) =>
      new Promise<HttpResponse>((resolve, reject) => {
        net.request(
          {
            api: 'request',
            url: request.url,
            method: request.method,
            headers: Object.entries(request.headers),
            body: request.body === undefined ? null : new TextEncoder().encode(request.body),
            timeoutMs: request.timeout_ms,
          },
          {
            end: ({ statusCode, headers, cookies, body }) =>
              resolve({ status: statusCode, headers, cookies, body: new TextDecoder().decode(body) }),
            fail: ({ reason, message }) =>
              reject(new PlatformError(KINDS[reason], message, saysUnsent(message))),
          },
        );
      }),
  };
}
