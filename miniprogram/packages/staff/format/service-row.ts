// A service (or recharge) record as a flat row: TASK-2, CUST-2.
import type { ApiServiceRecord } from '../../../../typings/xcx/tasks';
import type { Row } from '../../../format/chunks';
import { tableOf } from '../../../format/lookup';
import { beijingTime, parseWireTime } from '../../../format/time';
import { hoursText, moneyText, NO_FIGURE, rawHoursText } from './figures';
import { dayText, isEstimate, WEEKDAYS } from './when';

/** Of `styles/tag.wxss`. */
export type TagTone = 'ok' | 'warn' | 'danger' | 'brand' | 'epic' | 'rare' | 'off';

export interface ServiceRow extends Row {
  /** `11-09 周一` */
  date: string;
  type: string;
  tone: TagTone;
  /** `A03 · 乌龙茶 ×2` */
  where: string;
  income: string;
  /** Of a month that is not over. */
  is_estimate: boolean;
  /** `折前 2.5h · 2h`; `--` of a recharge. */
  hours: string;
}

export const blankServiceRow: ServiceRow = {
  ...{ row_key: '', date: '', type: '', tone: 'off', where: '', income: '', is_estimate: false, hours: '' },
};

const tones = tableOf<TagTone>({
  basic: 'brand',
  vip: 'warn',
  tip: 'rare',
  recharge: 'ok',
  incentive: 'epic',
});

/** Tone of a course's kind, as the contract names it. */
const courseTone = (type_class: string): TagTone => tones[type_class] ?? 'off';

/** `A03 · 乌龙茶 ×2`: what there is of these. */
export const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part.trim() !== '').join(' · ');

function hoursOf({ record_type, duration, duration_raw }: ApiServiceRecord): string {
  if (record_type === 'recharge') return NO_FIGURE;
  return joined(rawHoursText(duration_raw, duration), hoursText(duration));
}

/** @param at place in its list: records have no id @param now the server's, epoch ms */
export function serviceRow(record: ApiServiceRecord, at: number, now: number): ServiceRow {
  const { type, type_class, record_type, income, table, drinks, date, is_estimate } = record;
  const time = parseWireTime(date);
  const [day, today] = [time === null ? null : beijingTime(time), beijingTime(now)];
  const is_this_month = day !== null && day.year === today.year && day.month === today.month;
  return {
    row_key: `${at} ${date} ${table} ${type_class}`,
    date: day === null ? date : `${dayText(date, now)} ${WEEKDAYS[day.weekday] ?? ''}`,
    type: type === '' ? (record_type === 'recharge' ? '充值' : '服务') : type,
    tone: courseTone(type_class),
    where: joined(table, drinks),
    income: moneyText(income),
    is_estimate: isEstimate(is_estimate, is_this_month),
    hours: hoursOf(record),
  };
}
