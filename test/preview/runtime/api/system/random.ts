// Random bytes, idle time and addresses of bytes: the browser's own under WeChat's names.
import { required, type Options } from '../check';
import { ApiFailure } from '../failure';
import { callSafely } from '../signal';
import { deliver, type ApiTable, type Result } from '../table';
import { isRecord } from '../check';

/** WeChat gives no more at once. */
const MOST_BYTES = 1_048_576;
/** The browser's own limit for one call. */
const AT_ONCE = 65_536;

function randomBytes(options: Options): Result {
  const { length } = required(options, { length: 'Number' });
  if (length < 0 || length > MOST_BYTES) throw new ApiFailure('invalid length');
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += AT_ONCE) crypto.getRandomValues(bytes.subarray(at, at + AT_ONCE));
  return { randomValues: bytes.buffer };
}

export function addRandom(table: ApiTable): void {
  table.async('getRandomValues', randomBytes);
  const failing = (given?: unknown): unknown =>
    deliver('getLatestUserKey', isRecord(given) ? given : {}, () =>
      Promise.reject(new ApiFailure('no user key without a WeChat account')),
    );
  table.sync('getUserCryptoManager', () => ({
    getRandomValues: table.members['getRandomValues'],
    getLatestUserKey: failing,
  }));
  table.sync('requestIdleCallback', (run: IdleRequestCallback, options?: IdleRequestOptions) =>
    window.requestIdleCallback((deadline) => callSafely(() => run(deadline)), options),
  );
  table.sync('cancelIdleCallback', (id: number) => window.cancelIdleCallback(id));
  table.sync('createBufferURL', (buffer: ArrayBuffer) => URL.createObjectURL(new Blob([buffer])));
  table.sync('revokeBufferURL', (url: string) => URL.revokeObjectURL(url));
}
