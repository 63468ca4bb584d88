// Why a session could not be started, where 联系客服 is no advice, for that is what was tried; or a message not sent.
import { explainInLine } from '../../../../api/explain';
import type { Failure } from '../../../../api/errors';

/** Why a message stays where it is. */
export const FULL = '手机存储空间不足，消息没有发出，内容还在这里。清理空间后再试。';

/** Why one that was tapped is not sent: it is where the person can send it from. */
export const FULL_QUESTION = '手机存储空间不足，消息没有发出。清理空间后再试。';

export function startTrouble(failure: Failure): string {
  const said = explainInLine(failure);
  return said.includes('联系客服') ? '暂时接不通客服，请稍等再试。' : said;
}
