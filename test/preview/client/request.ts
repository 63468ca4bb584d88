// One HTTP request of the mini program through the preview's server.
import { FRAME, FrameReader, concatBytes, jsonOf } from '../protocol/frames';
import type { BridgeFailure, BridgeHead, BridgeListener, BridgeRequest } from '../protocol';

const LOST: BridgeFailure = {
  reason: 'network',
  message: 'errcode:-100 error_msg:the preview server is gone',
  errno: 600001,
};
const ABORTED: BridgeFailure = { reason: 'abort', message: 'abort', errno: 600004 };

/** Header values must be ASCII. */
const encodeHeader = (value: unknown): string => encodeURIComponent(JSON.stringify(value));

class Exchange {
  private head: BridgeHead | null = null;
  private readonly chunks: Uint8Array[] = [];
  private settled = false;
  private readonly reader = new FrameReader();

  constructor(private readonly listener: BridgeListener) {}

  receive(bytes: Uint8Array): void {
    for (const { kind, payload } of this.reader.push(bytes)) {
      if (this.settled) return;
      this.frame(kind, payload);
    }
  }

  fail(failure: BridgeFailure): void {
    if (this.settled) return;
    this.settled = true;
    this.listener.fail(failure);
  }

  private frame(kind: number, payload: Uint8Array): void {
    if (kind === FRAME.head) {
      this.head = jsonOf(payload) as BridgeHead;
      this.listener.head?.(this.head);
    } else if (kind === FRAME.chunk) {
      this.chunks.push(payload);
      this.listener.chunk?.(payload);
    } else if (kind === FRAME.sent) {
      const { bytes, total } = jsonOf(payload) as { bytes: number; total: number };
      this.listener.sent?.(bytes, total);
    } else if (kind === FRAME.fail) this.fail(jsonOf(payload) as BridgeFailure);
    else if (kind === FRAME.end && this.head !== null) {
      this.settled = true;
      this.listener.end({ ...this.head, body: concatBytes(this.chunks) });
    }
  }
}

/**
 * @param origin of the preview's server, without a slash at its end
 * @param session names the simulated network this request runs on
 */
export function sendRequest(
  origin: string,
  session: string,
  request: BridgeRequest,
  listener: BridgeListener,
): { abort: () => void } {
  const { body, ...rest } = request;
  const exchange = new Exchange(listener);
  const controller = new AbortController();
  const run = async (): Promise<void> => {
    const response = await fetch(`${origin}/@bridge/http`, {
      method: 'POST',
      headers: { 'x-preview-session': session, 'x-preview-request': encodeHeader(rest) },
      ...(body === null ? {} : { body: new Uint8Array(body) }),
      signal: controller.signal,
    });
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (part?.value !== undefined) exchange.receive(part.value);
      if (part === undefined || part.done) break;
    }
    exchange.fail(LOST); // Does nothing when the answer came to its end.
  };
  run().catch(() => exchange.fail(LOST));
  return {
    abort: () => {
      exchange.fail(ABORTED);
      controller.abort();
    },
  };
}
