// The network as the mini program's APIs see it: everything goes through the preview's server.
import type { NetPort, PackageAnswer, Shaping } from '../protocol';
import { sendRequest } from './request';

const isLoopback = (url: string): boolean =>
  /^(https?|wss?):\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(url);

export interface Net extends NetPort {
  /** What the server says about this session's network, also when a test changed it. */
  receive: (shaping: Shaping) => void;
  /** Whether the network lets a subpackage through now; answers when it would have come. */
  passPackage: (root: string) => Promise<boolean>;
}

/**
 * @param origin of the preview's server, without a slash at its end
 * @param session names the simulated network of this page load
 */
export function createNet(origin: string, session: string): Net {
  let current: Shaping = { offline: false, latencyMs: 0, lossRate: 0, bytesPerSecond: 0 };
  const listeners = new Set<(shaping: Shaping) => void>();
  const receive = (shaping: Shaping): void => {
    if (JSON.stringify(shaping) === JSON.stringify(current)) return;
    current = shaping;
    for (const listener of [...listeners]) listener(shaping);
  };
  const query = (entries: Record<string, string>): string =>
    new URLSearchParams({ session, ...entries }).toString();
  return {
    receive,
    passPackage: async (root) => {
      try {
        const response = await fetch(`${origin}/@bridge/package?${query({ root })}`);
        return ((await response.json()) as PackageAnswer).passed;
      } catch {
        return false; // The server went away, and the script with it.
      }
    },
    request: (request, listener) => sendRequest(origin, session, request, listener),
    socketUrl: (url, headers) =>
      `${origin.replace(/^http/, 'ws')}/@bridge/socket?${query({ url, headers: JSON.stringify(headers) })}`,
    resourceUrl: (url) => (isLoopback(url) ? `/@bridge/file?${query({ url })}` : url),
    shaping: () => current,
    setShaping: async (change) => {
      const response = await fetch(`${origin}/@bridge/shaping?${query({})}`, {
        method: 'POST',
        body: JSON.stringify(change),
      });
      receive((await response.json()) as Shaping);
    },
    onShaping: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
