// Why a session could not be started, where 联系客服 is no advice: that is what was tried.
import { explainInLine } from '../../../../api/explain';
import type { Failure } from '../../../../api/errors';

export function startTrouble(failure: Failure): string {
  const said = explainInLine(failure);
  return said.includes('联系客服') ? '暂时接不通客服，请稍等再试。' : said;
}
