// Errors that nobody caught, to WeChat's real-time log: what and where, without anything about a person.
import { redacted } from '../../format/redacted';

/** WeChat keeps 5 KB a line; the first frames are what helps. */
const LIMIT = 2000;

/** Message and stack of whatever was thrown. */
function wordsOf(reason: unknown): string {
  if (!(reason instanceof Error))
    return typeof reason === 'string' ? reason : `not an error: ${typeof reason}`;
  return reason.stack ?? reason.message;
}

/** Begins to listen; once, at launch. */
export function logErrors(): void {
  const log = wx.getRealtimeLogManager();
  const write = (kind: string, reason: unknown): void =>
    log.error(kind, redacted(wordsOf(reason)).slice(0, LIMIT));
  wx.onError((message) => write('error', message));
  wx.onUnhandledRejection(({ reason }) => write('rejection', reason));
  if (wx.canIUse('onLazyLoadError')) wx.onLazyLoadError(({ type }) => write('lazy load', type));
}
