// How an answer ended, in words.
import type { Failure } from '../../../../api/errors';
import { explainInLine } from '../../../../api/explain';
import type { Ending } from './entry';

/** What is missing, and why. */
function cutText(failure: Failure): string {
  if (failure.kind === 'network') return '网络断了，没有说完';
  if (failure.kind === 'timeout') return '等得太久，没有说完';
  return `没有说完：${explainInLine(failure)}`;
}

/** Empty where there is nothing to say. */
export function endingText(ending: Ending): string {
  switch (ending.state) {
    case 'whole':
      return '';
    case 'asked':
      return '正在看记录…';
    case 'writing':
      return '正在回答…';
    case 'checking':
      return '正在确认有没有说完…';
    case 'stopped':
      return '已停止，这段可能不完整';
    case 'stored':
      return ending.after === 'cut' ? '网络断过，这是后来存下的内容' : '已停止，这是后来存下的内容';
    case 'cut':
      return cutText(ending.failure);
    case 'failed':
      return `没有回答：${explainInLine(ending.failure)}`;
  }
}
