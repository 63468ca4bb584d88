// What a failed call says to the person, and whether trying again is worth a button.
import { adviceFor } from '../../../api/errors';
import type { Failure } from '../../../api/errors';

export interface FailureWords {
  title: string;
  text: string;
  retry: boolean;
}

/** The words for `failure`; the backend's own sentence where it has one for people. */
export function failureWords(failure: Failure): FailureWords {
  const { do: advice } = adviceFor(failure);
  return { ...said(failure), retry: advice === 'retry' || advice === 'wait' };
}

function said(failure: Failure): { title: string; text: string } {
  switch (failure.kind) {
    case 'network':
      return { title: '网络连接失败', text: '请检查网络后重试。' };
    case 'timeout':
      return { title: '网络有点慢', text: '服务器没有及时回应，请重试。' };
    case 'aborted':
      return { title: '已取消', text: '' };
    case 'http':
    case 'decode':
      return { title: '服务暂时不可用', text: '请稍后再试。' };
    case 'api':
      return failure.status >= 500
        ? { title: '服务暂时不可用', text: '请稍后再试。' }
        : { title: '未能完成', text: failure.message };
    case 'signed_out':
      return { title: '请重新登录', text: '登录状态已失效。' };
    case 'maintenance':
      return { title: '系统维护中', text: failure.message };
  }
}
