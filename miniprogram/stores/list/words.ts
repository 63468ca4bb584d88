// A list in words: what stands above it, below it and instead of it. Pure.
import { obstacleOf } from '../../api/errors';
import type { Advice, Failure, Obstacle } from '../../api/errors';
import { explain } from '../../api/explain';
import { unreadableText } from '../../format/unreadable';
import type { PagedList, Pages } from './paged-list';
import { failureIn } from './progress';
import type { Progress } from './progress';

/** What the words are about. */
export interface Listing {
  refreshing: Progress;
  adding: Progress;
  has_more: boolean;
  /** Rows read so far. */
  count: number;
  /** Rows on the page. */
  shown: number;
  /** Rows that came and cannot be shown. */
  unreadable?: number;
  /** Something is searched for: say how much was found. */
  searched?: boolean;
}

export function listingOf<Reply, Loaded extends Pages>(
  { refreshing, adding, has_more, unreadable }: PagedList<Reply, Loaded>,
  rows: Pick<Listing, 'count' | 'shown' | 'searched'>,
): Listing {
  return { refreshing, adding, has_more, unreadable, ...rows };
}

export interface FailedWords {
  title: string;
  text: string;
  action: Advice['kind'];
  failed_for: Obstacle;
}

const NOTHING: FailedWords = { title: '', text: '', action: 'nothing', failed_for: 'other' };

const NOBODY: Failure = { kind: 'signed_out', backend: 'xcx', reason: 'left' };

/**
 * Words of the error state; empty where nothing failed.
 * @param failure undefined while nobody is signed in
 */
export function failedWords(failure: Failure | null = NOBODY): FailedWords {
  if (failure === null) return NOTHING;
  const { title, text, action } = explain(failure);
  return { title, text, action, failed_for: obstacleOf(failure) };
}

/** What a page has of these words before it is bound. */
export const NO_FAILURE = {
  failed_title: '',
  failed_text: '',
  failed_action: 'nothing',
  failed_for: 'other',
};

/** What a page sets whose address names nothing. @param what of, as 物品 */
export const brokenLink = (what: string) => ({
  ...{ state: 'failed', failed_action: 'home', failed_title: '链接无效' },
  failed_text: `没有找到对应的${what}。`,
});

/** The words as a page binds them, for its `page-state`. */
export const failedFields = (
  words: () => Record<keyof FailedWords, string>,
): Record<keyof typeof NO_FAILURE, () => string> => ({
  failed_title: () => words().title,
  failed_text: () => words().text,
  failed_action: () => words().action,
  failed_for: () => words().failed_for,
});

/** What is wrong with the connection, where a page shows that. */
export type LinkTrouble = '' | 'offline' | 'connecting';

export interface Notice {
  text: string;
  /** Text of the button; empty for none. */
  action: string;
  tone: 'warn' | 'info';
}

const SILENCE: Notice = { text: '', action: '', tone: 'warn' };

/** The line above content that may be old. */
export function noticeOf(refreshing: Progress, link: LinkTrouble): Notice {
  if (link === 'offline') return { ...SILENCE, text: '网络不可用，显示的是上次的内容' };
  const failure = failureIn(refreshing);
  if (failure !== null) {
    return { ...SILENCE, text: `${explain(failure).title}，显示的是上次的内容`, action: '重试' };
  }
  if (link === 'connecting') return { ...SILENCE, text: '正在连接，新消息可能稍晚显示', tone: 'info' };
  return SILENCE;
}

export interface Footer {
  text: string;
  /** Tapping it reads the next page. */
  action: boolean;
}

/** A list of so few rows needs no count. */
const FEW = 6;

/** The line below the list. @param unit of one row: `张工单` */
export function footerOf(listing: Listing, unit: string): Footer {
  const { adding, has_more, count, shown, searched = false } = listing;
  if (count === 0) return { text: '', action: false };
  if (adding.state === 'running') return { text: '正在加载…', action: false };
  if (adding.state === 'failed') return { text: '加载失败，点此重试', action: true };
  if (has_more && (searched || shown < count)) {
    return { text: `已在加载的 ${count} ${unit}中查找，点此加载更多`, action: true };
  }
  if (has_more) return { text: '上滑或点此加载更多', action: true };
  if (searched) return { text: `共 ${count} ${unit}，找到 ${shown} ${unit}`, action: false };
  return { text: shown > FEW ? `共 ${shown} ${unit}` : '', action: false };
}

/** What a page has of a list's words before it is bound: nothing failed, nothing is said. */
export const SILENT_LIST = {
  ...NO_FAILURE,
  notice_text: '',
  notice_action: '',
  notice_tone: 'warn',
  footer_text: '',
  footer_action: false,
  unreadable_text: '',
};

/**
 * The words as a page binds them.
 * @param listing null while there is no list, as nobody is signed in
 */
export function listFields(
  listing: () => Listing | null,
  unit: string,
  link: () => LinkTrouble = () => '',
): Record<keyof typeof SILENT_LIST, () => string | boolean> {
  const failed = (): FailedWords => {
    const now = listing();
    return failedWords(now === null ? undefined : failureIn(now.refreshing));
  };
  const notice = (): Notice => {
    const now = listing();
    return now === null ? SILENCE : noticeOf(now.refreshing, link());
  };
  const footer = (): Footer => {
    const now = listing();
    return now === null ? { text: '', action: false } : footerOf(now, unit);
  };
  return {
    ...failedFields(failed),
    notice_text: () => notice().text,
    notice_action: () => notice().action,
    notice_tone: () => notice().tone,
    footer_text: () => footer().text,
    footer_action: () => footer().action,
    unreadable_text: () => unreadableText(listing()?.unreadable ?? 0),
  };
}
