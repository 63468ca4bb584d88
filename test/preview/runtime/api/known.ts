// APIs that WeChat has and the preview has not: callable, so that a program does not break on "is not a function", and honest.
import type { HostPorts } from '../ports/host';
import { isRecord } from './check';
import { ApiFailure, failureError } from './failure';
import { KNOWN_NAMES } from './known-names';
import { deliver } from './table';

const REASON = 'not supported by the preview';

/** Synchronous by name: they cannot fail through callbacks. */
const isSynchronous = (name: string): boolean => /Sync$|^(create|get.*Manager$|get.*Context$)/.test(name);

/** A member for a known API without an implementation: names itself when called, then fails as an API does. */
function missing(name: string, tell: (name: string) => void): (options?: unknown) => unknown {
  return (options) => {
    tell(name);
    if (/^(on|off)[A-Z]/.test(name)) return undefined;
    if (isSynchronous(name)) throw failureError(name, new ApiFailure(REASON));
    return deliver(name, isRecord(options) ? options : {}, () => Promise.reject(new ApiFailure(REASON)));
  };
}

/** `wx` itself: what is provided, what is known but missing, and undefined for the rest. */
export function withMissing(members: Record<string, unknown>, ports: HostPorts): Record<string, unknown> {
  const known = new Set(KNOWN_NAMES);
  const stubs = new Map<string, unknown>();
  const tell = (name: string): void => {
    ports.report.unknown('api', name);
    if ('__preview' in globalThis && !__preview.unknownApis.includes(name)) __preview.unknownApis.push(name);
  };
  return new Proxy(members, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      if (name in target) return target[name];
      if (!known.has(name)) return undefined;
      const stub = stubs.get(name) ?? missing(name, tell);
      stubs.set(name, stub);
      return stub;
    },
  });
}
