// Words and tones of a task: type, deadline, heart, stars, stored-value level.
import { daysBetween, formatDate, parseWireTime } from '../../../format/time';
import { tableOf } from '../../../format/lookup';

export type Tone = 'danger' | 'warn' | 'brand' | 'ok' | 'info' | 'plain';

const types = tableOf<{ text: string; tone: Tone }>({
  high_priority_recall: { text: '高优先召回', tone: 'danger' },
  priority_recall: { text: '优先召回', tone: 'warn' },
  follow_up_visit: { text: '客户回访', tone: 'brand' },
  relationship_building: { text: '关系构建', tone: 'ok' },
});

/** The server's label, else our word for the type; of an unknown type only the label can be shown. */
export function taskType(task_type: string, label: string): { text: string; tone: Tone } {
  const known = types[task_type];
  return { text: label === '' ? (known?.text ?? '任务') : label, tone: known?.tone ?? 'plain' };
}

/** The types in the order in which they are offered as filters. */
export const TASK_TYPES: readonly { value: string; text: string }[] = Object.keys(types).map((value) => ({
  value,
  text: types[value]?.text ?? '',
}));

export type TaskDue = 'over' | 'today' | 'soon' | 'far' | 'none';

/** `逾期 2 天`, `今天到期`, `还剩 3 天`, `12-09`, `--`. @param now the server's, epoch ms */
export function taskDeadline(
  deadline: string | null | undefined,
  now: number,
): { text: string; due: TaskDue } {
  const at = parseWireTime(deadline);
  if (at === null) return { text: '--', due: 'none' };
  const days = daysBetween(now, at);
  if (days < 0) return { text: `逾期 ${-days} 天`, due: 'over' };
  if (days === 0) return { text: '今天到期', due: 'today' };
  if (days <= 7) return { text: `还剩 ${days} 天`, due: 'soon' };
  const date = formatDate(at);
  return { text: date.slice(0, 4) === formatDate(now).slice(0, 4) ? date.slice(5) : date, due: 'far' };
}

/** `💖 9.2`; nothing where there is no score. @param score 0-10 */
export function heartText(score: number | null | undefined): string {
  if (typeof score !== 'number' || !Number.isFinite(score)) return '';
  const heart = score > 8.5 ? '💖' : score > 7 ? '🧡' : score > 5 ? '💛' : '💙';
  return `${heart} ${Math.round(score * 10) / 10}`;
}

/** Stars in half steps, 0-5; null where it is not rated: 0 and a missing score are no rating. @param score 0-10 */
export function starsOf(score: number | null | undefined): number | null {
  if (typeof score !== 'number' || !Number.isFinite(score) || score <= 0) return null;
  return Math.min(5, Math.round(score) / 2);
}

/** The stored-value level of a balance in yuan (†); nothing where the balance is not known. */
export function storedValueLevel(
  balance: number | null | undefined,
  levels: readonly StoredValueLevel[],
): string {
  if (typeof balance !== 'number' || !Number.isFinite(balance)) return '';
  return [...levels].reverse().find(({ from }) => balance >= from)?.text ?? '';
}

/** `from` yuan, ascending. */
export interface StoredValueLevel {
  from: number;
  text: string;
}
