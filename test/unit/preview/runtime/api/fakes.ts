// Small stand-ins for what the core gives to the API: an event bus that works, a network that is played by the test.
import { isCallable } from '../../../../preview/runtime/api/check';
import { createEventBus } from '../../../../preview/runtime/wiring/event-bus';
import type { AppEvents, EventPort } from '../../../../preview/runtime/ports/events';
import type { BridgeListener, BridgeRequest, NetPort } from '../../../../preview/protocol';
import type { HostPorts } from '../../../../preview/runtime/ports/host';

export const newEvents = (): EventPort<AppEvents> =>
  createEventBus<AppEvents>((error) => {
    throw error;
  });

/** The part of the core that a domain uses; touching anything else is a failure of the test. */
export function partialPorts(parts: Partial<HostPorts>): HostPorts {
  return new Proxy(parts as HostPorts, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target))
        throw new Error(`ports.${name} is not part of this test`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

export interface SentCall {
  request: BridgeRequest;
  listener: BridgeListener;
  aborted: boolean;
}

/** A network that records calls and answers when told. */
export class FakeNet implements Pick<NetPort, 'request'> {
  readonly calls: SentCall[] = [];

  readonly request: NetPort['request'] = (request, listener) => {
    const call: SentCall = { request, listener, aborted: false };
    this.calls.push(call);
    return { abort: () => void (call.aborted = true) };
  };

  /** The whole port, with the parts that are not played refusing to be used. */
  port(): NetPort {
    const refuse = (): never => {
      throw new Error('not part of this test');
    };
    return {
      request: this.request,
      socketUrl: (url) => url,
      resourceUrl: (url) => url,
      shaping: refuse,
      setShaping: refuse,
      onShaping: refuse,
    };
  }

  answer(index: number, text = '{}', statusCode = 200): void {
    const call = this.calls[index];
    if (!call) throw new Error(`call ${index} has not been made`);
    call.listener.end({ statusCode, headers: [], cookies: [], body: new TextEncoder().encode(text) });
  }
}

/** A member of a built table as a function. */
export function member<R = unknown>(
  members: Record<string, unknown>,
  name: string,
): (...args: unknown[]) => R {
  const found = members[name];
  if (!isCallable(found)) throw new Error(`${name} is not a function`);
  return (...args) => found(...args) as R;
}
