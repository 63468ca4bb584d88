// What the item page says when something is missing or went wrong.
import { obstacleOf } from '../../../../api/errors';
import type { Failure, Obstacle } from '../../../../api/errors';
import { explain, explainInLine } from '../../../../api/explain';
import type { ItemStore } from './item';

interface Words {
  title: string;
  text: string;
  /** What the button does. */
  action: 'retry' | 'home' | 'nothing';
  failed_for: Obstacle;
}

/** Why there is no item on the page; empty words while there is one. */
export function absenceWords({ absence, failure }: ItemStore): Words {
  switch (absence) {
    case 'missing':
      return {
        title: '找不到该物品',
        text: '它可能已被移除，或链接有误。',
        action: 'home',
        failed_for: 'other',
      };
    case 'not_yours':
      return { title: '无权查看', text: '这件物品不在您的背包里。', action: 'home', failed_for: 'other' };
    case 'failed':
      return failure === null ? NOTHING : failed(failure);
    case null:
      return NOTHING;
  }
}

const NOTHING: Words = { title: '', text: '', action: 'nothing', failed_for: 'other' };

function failed(failure: Failure): Words {
  const { title, text, retry } = explain(failure);
  return { title, text, action: retry ? 'retry' : 'nothing', failed_for: obstacleOf(failure) };
}

/** The line above an item that could not be read again; empty while the item is up to date. */
export function staleText(store: ItemStore): string {
  if (!store.stale || store.absence !== null || store.failure === null) return '';
  return `${explain(store.failure).title}，显示的是上次的内容`;
}

/** Why using the item failed; empty when it did not. */
export function useErrorText({ use_failure }: ItemStore): string {
  return use_failure === null ? '' : explainInLine(use_failure);
}
