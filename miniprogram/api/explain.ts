// A failure in a sentence for people, and what they may do. Names nothing internal.
import { tableOf } from '../format/lookup';
import { beijingTime, formatClock, parseWireTime } from '../format/time';
import { adviceFor, isForeign } from './errors';
import type { Advice, Failure, SignedOutReason } from './errors';
import { V4_WORDS } from './v4/words';

export interface Explanation {
  /** A few words, for the head of a page state. */
  title: string;
  /** One sentence; may be empty. */
  text: string;
  /** `wait`: retry, after `wait_seconds`. */
  action: Advice['kind'];
  /** Whether a retry button makes sense (now, or after the wait). */
  retry: boolean;
  wait_seconds?: number;
}

const REASON_WORDS = tableOf<string>({
  expired: '登录已过期，请重新登录。',
  replaced: '您的账号已在其他设备登录，如非本人操作请尽快重新登录。',
  revoked: '本机的登录已被退出，请重新登录。',
  invalid: '登录状态已失效，请重新登录。',
  inactive: '账号已停用，如有疑问请联系门店。',
  left: '请先登录。',
});

/** Why somebody is signed out, for the sign-in page. */
export function explainSignedOut(reason: SignedOutReason): string {
  return explainEnded(reason) || '请先登录。';
}

/** The same for a reason out of a link; empty for anything unknown. */
export function explainEnded(reason: string | undefined): string {
  return reason === undefined || reason === 'left' ? '' : (REASON_WORDS[reason] ?? '');
}

/** What to show for a failure. */
export function explain(failure: Failure): Explanation {
  const advice = adviceFor(failure);
  return {
    ...said(failure),
    action: advice.kind,
    retry: advice.kind === 'retry' || advice.kind === 'wait',
    ...(advice.kind === 'wait' ? { wait_seconds: advice.seconds } : {}),
  };
}

/** The same in one line, for where no title stands apart. */
export function explainInLine(failure: Failure): string {
  const { title, text } = said(failure);
  return text === '' ? title : `${title}，${text}`;
}

function said(failure: Failure): { title: string; text: string } {
  switch (failure.kind) {
    case 'network':
      return { title: '网络连接失败', text: '请检查网络后重试。' };
    case 'timeout':
      return { title: '网络有点慢', text: '服务器没有及时回应，请重试。' };
    case 'aborted':
      return { title: '已取消', text: '' };
    case 'decode':
      return { title: '内容暂时无法显示', text: '请重试；若一直如此，请更新小程序或联系客服。' };
    case 'http':
      if (isForeign(failure)) return { title: '网络异常', text: '没有连上门店的服务，请检查网络后重试。' };
      return saidOfStatus(failure.status, failure.wait_seconds);
    case 'api':
      return saidOfCode(failure);
    case 'signed_out':
      return { title: '请重新登录', text: explainSignedOut(failure.reason) };
    case 'maintenance':
      return { title: '系统维护中', text: maintenanceText(failure.message, failure.end_time) };
  }
}

/** @param end_time a wire time; the day is told too, since nobody here knows which day it is */
function maintenanceText(message: string, end_time: string | undefined): string {
  const told = forPeople(message) ?? '我们正在维护系统，请稍后再来。';
  const end = parseWireTime(end_time);
  if (end === null) return told;
  const { month, day } = beijingTime(end);
  const sentence = /[。！？…]$/.test(told) ? told : `${told}。`;
  return `${sentence}预计 ${month} 月 ${day} 日 ${formatClock(end)} 恢复。`;
}

function saidOfCode(failure: Failure & { kind: 'api' }): { title: string; text: string } {
  const words = V4_WORDS[failure.code];
  const own = forPeople(failure.message);
  if (words !== undefined) {
    // The server's sentence may be our title: said once is enough.
    const said_by_server = own === words.title ? undefined : own;
    const text = words.text === undefined ? (said_by_server ?? words.otherwise) : words.text;
    return { title: words.title, text: text.replace('{n}', String(failure.wait_seconds ?? 0)) };
  }
  const fallback = saidOfStatus(failure.status, failure.wait_seconds);
  return own === undefined || own === fallback.title ? fallback : { title: fallback.title, text: own };
}

function saidOfStatus(status: number, wait_seconds: number | undefined): { title: string; text: string } {
  if (status === 429) return { title: '操作太频繁', text: `请 ${wait_seconds ?? 0} 秒后再试。` };
  if (status === 401) return { title: '请重新登录', text: '登录状态已失效。' };
  if (status === 403) return { title: '没有权限', text: '您没有权限查看或操作这里的内容。' };
  if (status === 404) return { title: '内容不存在', text: '可能已被删除，或暂未开放。' };
  if (status === 405) return { title: '暂不支持', text: '门店的系统还没有这项功能。' };
  if (status === 408) return { title: '网络有点慢', text: '服务器没有及时回应，请重试。' };
  if (status === 409) return { title: '状态已变化', text: '内容已被更新，请刷新后再试。' };
  if (status === 413) return { title: '内容太大', text: '请减少内容后再试。' };
  if (status === 422) return { title: '填写的内容有误', text: '请检查后再试。' };
  if (status >= 500) return { title: '服务暂时不可用', text: '请稍后再试。' };
  return { title: '未能完成', text: '请检查后再试。' };
}

/** The server's sentence, if it is one: Chinese, and without the identifiers of a stack trace or a configuration. */
function forPeople(message: string): string | undefined {
  const chinese = /[\u4e00-\u9fff]/.test(message);
  const internal = /[A-Za-z_]{12,}|[a-z]\.[a-z]|[_/\\{}<>]|https?:/i.test(message);
  return chinese && !internal && message.length <= 120 ? message : undefined;
}
