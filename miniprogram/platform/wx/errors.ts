// Turns WeChat's `{errMsg}` into the one error of the ports.
import { PlatformError } from '../failure';
import type { PlatformErrorKind } from '../failure';

/** What a `fail` callback gets. */
export interface WxFailure {
  errMsg?: string;
  errno?: number;
}

/** Which kind an `errMsg` tells of; `refused` where it is no matter of the network. */
function kindOf(errMsg: string): PlatformErrorKind {
  if (/time(d)?[ _-]?out/i.test(errMsg)) return 'timeout';
  if (/abort/i.test(errMsg)) return 'aborted';
  // `interrupted`: the app was in the background for more than 5 s.
  if (/^(request|uploadFile|connectSocket|sendSocketMessage|closeSocket):fail/.test(errMsg)) return 'network';
  return 'refused';
}

/**
 * No connection was made, so that nothing left the phone. Names and words, never a code alone: -100 (closed), -101
 * (reset) and -324 (empty) come after the request went out, and a code that is not the network stack's own may stand
 * for any of them.
 */
const UNSENT = [
  // Chromium's network stack: Android, Windows, the developer tools.
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_(REFUSED|FAILED|TIMED_OUT)|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ADDRESS_(UNREACHABLE|INVALID)|(PROXY|TUNNEL)_CONNECTION_FAILED|NETWORK_ACCESS_DENIED|CERT_\w+)/,
  // iOS: no such host, no connection, offline, no secure connection.
  /errcode:-(1003|1004|1006|1009|120\d)\b/,
  /could not connect to the server|connection appears to be offline|hostname could not be found/i,
  /未能连接到服务器|断开与互联网的连接|未能找到使用指定主机名的服务器/,
  // Android's own stack, and WeChat itself.
  /unable to resolve host|failed to connect to|network is unreachable|connection refused|ssl hand ?shake/i,
  /not in domain list|invalid url/i,
];

export const saysUnsent = (errMsg: string): boolean => UNSENT.some((words) => words.test(errMsg));

/** The API's name only: the rest of an `errMsg` may hold an address. */
export function platformError(error: WxFailure): PlatformError {
  const message = error.errMsg ?? '';
  return new PlatformError(kindOf(message), message.split(':')[0] ?? 'unknown', saysUnsent(message));
}

/** Calls a callback API and gives its result as a promise. */
export function promised<T>(
  call: (callbacks: { success: (result: T) => void; fail: (error: WxFailure) => void }) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    call({ success: resolve, fail: (error) => reject(platformError(error)) });
  });
}
