// A list of the chat (sessions, tickets) in words: what stands above it, below it and instead of it. Pure.
import { explain } from '../../api/explain';
import { obstacleOf } from '../../api/errors';
import type { Advice, Obstacle } from '../../api/errors';
import type { Progress } from './conversation/conversation';

/** What the words are about. `shown`: rows on the page; `count`: rows read so far. */
export interface Listing {
  refreshing: Progress;
  adding: Progress;
  has_more: boolean;
  count: number;
  shown: number;
}

export interface FailedWords {
  title: string;
  text: string;
  action: Advice['do'];
  failed_for: Obstacle;
}

const NOTHING: FailedWords = { title: '', text: '', action: 'nothing', failed_for: 'other' };

/** Words of the error state; empty while nothing failed. */
export function failedWords({ refreshing }: Pick<Listing, 'refreshing'>): FailedWords {
  if (refreshing.state !== 'failed') return NOTHING;
  const { failure } = refreshing;
  const { title, text, action } = explain(failure);
  return { title, text, action, failed_for: obstacleOf(failure) };
}

export interface Notice {
  text: string;
  /** Text of the button; empty for none. */
  action: string;
  tone: 'warn' | 'info';
}

const SILENCE: Notice = { text: '', action: '', tone: 'warn' };

/** The line above content that may be old. @param link what is wrong with the connection */
export function noticeOf(refreshing: Progress, link: '' | 'offline' | 'connecting'): Notice {
  if (link === 'offline') return { ...SILENCE, text: '网络不可用，显示的是上次的内容' };
  if (refreshing.state === 'failed') {
    return { ...SILENCE, text: `${explain(refreshing.failure).title}，显示的是上次的内容`, action: '重试' };
  }
  if (link === 'connecting') return { ...SILENCE, text: '正在连接，新消息可能稍晚显示', tone: 'info' };
  return SILENCE;
}

export interface Footer {
  text: string;
  /** Tapping it reads the next page. */
  action: boolean;
}

/** The line below the list. @param unit of one row */
export function footerOf({ adding, has_more, count, shown }: Listing, unit: string): Footer {
  if (count === 0) return { text: '', action: false };
  if (adding.state === 'running') return { text: '正在加载…', action: false };
  if (adding.state === 'failed') return { text: '加载失败，点此重试', action: true };
  if (has_more && shown < count) {
    return { text: `已在加载的 ${count} ${unit}中查找，点此加载更多`, action: true };
  }
  if (has_more) return { text: '上滑或点此加载更多', action: true };
  return { text: shown > 6 ? `共 ${shown} ${unit}` : '', action: false };
}
