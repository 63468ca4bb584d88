// The life of one HTTP call: waits for a place, runs over the bridge, answers once.
import type { BridgeFailure, BridgeHead, BridgeListener, BridgeRequest, NetPort } from '../../../protocol';
import { isRecord, type Options } from '../check';
import { ApiFailure, describeFailure } from '../failure';
import { Signal } from '../signal';
import { callBack, type Result } from '../table';
import type { Connections } from './connections';

export type HttpApi = BridgeRequest['api'];
type Whole = BridgeHead & { body: Uint8Array };

export interface Call {
  api: HttpApi;
  options: Options;
  /** What goes over the wire; throws an ApiFailure for options that cannot be sent. */
  request: () => BridgeRequest;
  /** From the answer to the fields of `success`. */
  result: (answer: Whole) => Result;
  listen?: Partial<Omit<BridgeListener, 'end' | 'fail'>>;
}

/** What `wx.request` returns, without the listeners of its kind. */
export interface HttpTask {
  abort: () => void;
  headers: Signal<Result>;
}

/** Start a call. Callbacks only: WeChat's network calls return a task, never a promise. */
export function startCall(connections: Connections, net: NetPort, call: Call): HttpTask {
  const headers = new Signal<Result>();
  let settled = false;
  let stop = (): void => undefined;

  const settle = (failed: boolean, value: Result): void => {
    if (settled) return;
    settled = true;
    callBack(call.options[failed ? 'fail' : 'success'], value);
    callBack(call.options['complete'], value);
  };
  const fail = (failure: unknown): void => settle(true, { ...describeFailure(call.api, failure) });
  const failBridge = ({ message, errno }: BridgeFailure): void => fail(new ApiFailure(message, { errno }));

  const run = (request: BridgeRequest, leave: () => void): void => {
    const running = net.request(request, {
      ...call.listen,
      head: (head) => {
        if (settled) return;
        call.listen?.head?.(head);
        headers.emit({
          header: Object.fromEntries(head.headers),
          statusCode: head.statusCode,
          cookies: head.cookies,
        });
      },
      chunk: (bytes) => {
        if (!settled) call.listen?.chunk?.(bytes);
      },
      end: (answer) => {
        leave();
        settle(false, { errMsg: `${call.api}:ok`, ...call.result(answer) });
      },
      fail: (failure) => {
        leave();
        failBridge(failure);
      },
    });
    stop = () => {
      leave();
      running.abort();
    };
  };

  try {
    const request = call.request();
    // After the task has been returned, so that its listeners are in place.
    const cancel = connections.enter(
      (leave) => setTimeout(() => (settled ? leave() : run(request, leave)), 0),
      (reason) => {
        fail(new ApiFailure(reason));
        stop();
      },
    );
    stop = cancel;
  } catch (refused) {
    setTimeout(() => fail(refused), 0);
  }
  return {
    headers,
    abort: () => {
      fail(new ApiFailure('abort', { errno: 600003 }));
      stop();
    },
  };
}

export const optionsOf = (given: unknown): Options => (isRecord(given) ? given : {});
