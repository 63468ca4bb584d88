// Errors that nobody caught, and what the phone could not store, to WeChat's real-time log: what and where, without
// anything about a person.
import type { OnBroken } from '../../api/exchange';
import { redacted } from '../../format/redacted';
import type { StorageProblem, Store } from '../../platform/storage-types';

/** WeChat keeps 5 KB a line; the first frames are what helps. */
const LIMIT = 2000;

/** Message and stack of whatever was thrown. */
function wordsOf(reason: unknown): string {
  if (!(reason instanceof Error))
    return typeof reason === 'string' ? reason : `not an error: ${typeof reason}`;
  return reason.stack ?? reason.message;
}

/** Rows that could not be shown: how many, and where the first one breaks the contract. */
export const logBrokenRows: OnBroken = (endpoint, { count, path, problem }) =>
  wx.getRealtimeLogManager().error('broken rows', `${count} of ${endpoint} at ${path}: ${problem}`);

/** Begins to listen; once, at launch. */
export function logErrors(): void {
  const log = wx.getRealtimeLogManager();
  const write = (kind: string, reason: unknown): void =>
    log.error(kind, redacted(wordsOf(reason)).slice(0, LIMIT));
  wx.onError((message) => write('error', message));
  wx.onUnhandledRejection(({ reason }) => write('rejection', reason));
  if (wx.canIUse('onLazyLoadError')) wx.onLazyLoadError(({ type }) => write('lazy load', type));
}

/**
 * Names the kind of the stored thing, without the ids in its key: they are personal, and would make one problem look
 * like many.
 */
const storageWords = ({ kind, name, reason }: StorageProblem): string =>
  redacted(`${kind} ${name.replace(/\d+/g, '#')}: ${reason}`).slice(0, LIMIT);

/** Logs each thing that could not be read, written or removed, once. */
export function logStorageProblems(
  store: Pick<Store, 'onProblem'>,
  warn: (kind: string, words: string) => void = (...line) => wx.getRealtimeLogManager().warn(...line),
): void {
  const told = new Set<string>();
  store.onProblem((problem) => {
    const words = storageWords(problem);
    if (told.has(words)) return;
    told.add(words);
    warn('storage', words);
  });
}
