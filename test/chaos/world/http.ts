// The phone's requests on their way to the backend and back, through the weather.
import type { AbortSignal } from '../../../miniprogram/platform/abort';
import { PlatformError } from '../../../miniprogram/platform/failure';
import type {
  HttpHeaders,
  HttpPort,
  HttpRequest,
  HttpResponse,
  UploadPort,
} from '../../../miniprogram/platform/ports';
import type { Life } from './life';
import type { Answered, Asked } from './wire';
import type { WorldBackend } from './backend';
import type { RequestFate, Weather } from './weather';

export interface Way {
  server: WorldBackend;
  weather: Weather;
  life: Life;
  isOnline(): boolean;
}

interface Sent extends Pick<HttpRequest, 'onChunk' | 'onHeaders'> {
  asked: Asked;
  timeout_ms: number;
  signal: AbortSignal | undefined;
}

/** Of a streamed answer, bytes; a long one comes in this many. */
const PIECE = 101;
const MOST_PIECES = 12;
const TROUBLE: Answered = { status: 502, body: '<html>Bad Gateway</html>', delay_ms: 0 };
const PORTAL: Answered = { status: 200, body: '<html>Welcome to our Wi-Fi</html>', delay_ms: 0 };
const BROKEN: Answered = {
  status: 500,
  body: JSON.stringify({ success: false, code: 'INTERNAL_ERROR', message: '服务器内部错误', data: null }),
  delay_ms: 0,
};

/** Whether the server may hear it twice: a proxy repeats what it takes for harmless. */
const isRepeatable = ({ server }: Way, { method, path }: Asked): boolean =>
  method === 'GET' || (server.profile === 'documented' && path.endsWith('/message'));

function send(way: Way, { asked, timeout_ms, signal, onChunk, onHeaders }: Sent): Promise<HttpResponse> {
  const { server, weather, life } = way;
  const { dice } = weather;
  return new Promise((resolve, reject) => {
    if (!life.acts()) return;
    let settled = false;
    const end = (run: () => void) =>
      life.deliver(() => {
        if (settled) return;
        settled = true;
        stop();
        run();
      });
    const fail = (kind: 'network' | 'timeout' | 'aborted') =>
      end(() => reject(new PlatformError(kind, 'chaos')));
    const stop = server.time.after(timeout_ms, () => fail('timeout'));
    signal?.onAbort(() => fail('aborted'));
    const later = (least: number, most: number, run: () => void) =>
      void server.time.after(dice.between(least, most), run);
    const reach = (then: (answer: Answered | undefined) => void = () => undefined) => server.ask(asked, then);
    const reply = (answer: Answered | undefined) => {
      if (answer === undefined) return fail('network');
      const { status, body, delay_ms, type, date } = answer;
      const headers: HttpHeaders = [
        ...(type === undefined ? [] : [['Content-Type', type] as const]),
        ...(date === undefined ? [] : [['Date', date] as const]),
      ];
      later(delay_ms + 10, delay_ms + 90, () => {
        if (!way.isOnline()) return fail('network');
        if (onChunk === undefined) return end(() => resolve({ status, headers, cookies: [], body }));
        life.deliver(() => (settled ? undefined : onHeaders?.(status, headers)));
        const over = () => end(() => resolve({ status, headers, cookies: [], body: '' }));
        pour(
          Buffer.from(body),
          { over, fail, later, isOnline: () => way.isOnline(), cut: weather.cut(type) },
          (piece) => life.deliver(() => (settled ? undefined : onChunk(piece))),
        );
      });
    };
    if (!way.isOnline()) return later(5, 60, () => fail('network'));
    later(10, 90, () => {
      if (!way.isOnline()) return fail('network');
      meet(weather.request(isRepeatable(way, asked)), { reach, reply, fail, later });
    });
  });
}

/** How a body's pieces come, which end inside of characters and events. @param out is given each */
function pour(
  body: Buffer,
  way: Pick<Steps, 'fail' | 'later'> & { over(): void; isOnline(): boolean; cut: number | undefined },
  out: (piece: ArrayBuffer) => void,
): void {
  const size = Math.max(PIECE, Math.ceil(body.length / MOST_PIECES));
  const next = (at: number, count: number): void => {
    if (!way.isOnline() || count === way.cut) return way.fail('network');
    if (at >= body.length) return way.over();
    out(new Uint8Array(body.subarray(at, at + size)).buffer);
    way.later(20, 300, () => next(at + size, count + 1));
  };
  next(0, 0);
}

interface Steps {
  reach(then?: (answer: Answered | undefined) => void): void;
  reply(answer: Answered | undefined): void;
  fail(kind: 'network'): void;
  later(least: number, most: number, run: () => void): void;
}

function meet(fate: RequestFate, { reach, reply, fail, later }: Steps): void {
  switch (fate) {
    case 'fine':
      return reach(reply);
    case 'request dropped':
      return later(10, 2_000, () => fail('network'));
    case 'reply lost':
      reach();
      return later(10, 3_000, () => fail('network'));
    case 'timeout after the write':
      // Nothing comes back: the phone's own time limit ends it.
      reach();
      return;
    case 'stored late':
      later(3_000, 9_000, () => reach());
      return later(10, 1_500, () => fail('network'));
    case 'delayed':
      return later(1_000, 9_000, () => reach(reply));
    case 'reply delayed':
      // By the time it comes, it may be out of date.
      return reach((answer) => later(1_000, 9_000, () => reply(answer)));
    case 'duplicated request':
      later(1, 4_000, () => reach());
      return reach(reply);
    case '502':
      return reply(TROUBLE);
    case '500':
      return reply(BROKEN);
    case '500 after the write':
      reach();
      return reply(BROKEN);
    case 'HTML of a portal':
      return reply(PORTAL);
  }
}

function asked(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
): Asked {
  const { pathname, searchParams } = new URL(url);
  return { method, path: pathname, query: Object.fromEntries(searchParams), headers, body };
}

/** @param file the bytes behind a path; `undefined` when it is gone */
export function createHttp(way: Way, file: (path: string) => Buffer | undefined): HttpPort & UploadPort {
  return {
    request({ method, url, headers, body, timeout_ms, signal, onChunk, onHeaders }) {
      const stream = {
        ...(onChunk === undefined ? {} : { onChunk }),
        ...(onHeaders === undefined ? {} : { onHeaders }),
      };
      return send(way, { asked: asked(method, url, headers, body), timeout_ms, signal, ...stream });
    },
    upload({ url, headers, file_path, timeout_ms, signal, onProgress }) {
      const bytes = file(file_path);
      if (bytes === undefined) return Promise.reject(new PlatformError('refused', 'no such file'));
      onProgress?.(50);
      const what = { ...asked('POST', url, headers, undefined), file: bytes };
      return send(way, { asked: what, timeout_ms, signal });
    },
  };
}
