// Turns WeChat's `{errMsg}` into the one error of the ports.
import { PlatformError } from '../failure';
import type { PlatformErrorKind } from '../failure';

/** What a `fail` callback gets. */
export interface WxFailure {
  errMsg?: string;
  errno?: number;
}

/** Which kind an `errMsg` tells of; `refused` where it is no matter of the network. */
export function kindOf(errMsg: string): PlatformErrorKind {
  if (/time(d)?[ _-]?out/i.test(errMsg)) return 'timeout';
  if (/abort/i.test(errMsg)) return 'aborted';
  // `interrupted`: the app was in the background for more than 5 s.
  if (/^(request|uploadFile|connectSocket|sendSocketMessage|closeSocket):fail/.test(errMsg)) return 'network';
  return 'refused';
}

/** The API's name only: the rest of an `errMsg` may hold an address. */
export function platformError(error: WxFailure): PlatformError {
  const message = error.errMsg ?? '';
  return new PlatformError(kindOf(message), message.split(':')[0] ?? 'unknown');
}

/** Calls a callback API and gives its result as a promise. */
export function promised<T>(
  call: (callbacks: { success: (result: T) => void; fail: (error: WxFailure) => void }) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    call({ success: resolve, fail: (error) => reject(platformError(error)) });
  });
}
