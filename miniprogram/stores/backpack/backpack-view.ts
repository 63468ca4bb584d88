// The backpack page in flat values: what it says above, below and instead of the list.
import { obstacleOf } from '../../api/errors';
import type { Advice, Obstacle } from '../../api/errors';
import { explain } from '../../api/explain';
import type { BackpackStore } from './backpack';

/** Words and button of the error state; empty while nothing failed. */
export function failedWords(store: BackpackStore): { title: string; text: string; action: Advice['do'] } {
  if (store.refreshing.state !== 'failed') return { title: '', text: '', action: 'nothing' };
  return explain(store.refreshing.failure);
}

/** What stands in the way, which has a sign of its own. */
export function failedFor({ refreshing }: BackpackStore): Obstacle {
  return refreshing.state === 'failed' ? obstacleOf(refreshing.failure) : 'other';
}

/** The line above content that a refresh failed for; empty when there is nothing to say. */
export function noticeText(store: BackpackStore): string {
  if (store.refreshing.state !== 'failed' || store.loaded === null) return '';
  return `${explain(store.refreshing.failure).title}，显示的是上次的内容`;
}

/** Nothing to list although there is a backpack: nothing owned, or nothing that fits. */
export function emptyReason(store: BackpackStore): 'no_items' | 'no_match' | '' {
  if (store.state !== 'ready' || store.rows.length > 0) return '';
  return store.items.length === 0 ? 'no_items' : 'no_match';
}

/** The line below the list. `action`: tapping it reads the next page. */
export function footer(store: BackpackStore): { text: string; action: boolean } {
  if (store.items.length === 0) return { text: '', action: false };
  if (store.adding.state === 'running') return { text: '正在加载…', action: false };
  if (store.adding.state === 'failed') return { text: '加载失败，点此重试', action: true };
  if (store.has_more && store.narrowed) {
    return { text: `已在加载的 ${store.items.length} 件中查找，点此加载更多`, action: true };
  }
  if (store.has_more) return { text: '上滑或点此加载更多', action: true };
  if (store.narrowed)
    return { text: `共 ${store.items.length} 件，找到 ${store.rows.length} 件`, action: false };
  return { text: store.items.length > 6 ? `共 ${store.items.length} 件` : '', action: false };
}
