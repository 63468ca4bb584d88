// A month's records as rows: a head for each day, then its records. Each record carries its day's head, for the part of a
// list that begins in the middle of a day.
import type { ApiPerfDateGroup, ApiPerfRecord } from '../../../../typings/xcx/performance';
import { dayHead } from './when';
import { hoursText, moneyText, NO_FIGURE, rawHoursText } from './figures';
import { courseTone, customerLink, customerName } from './perf-words';

export interface RecordRow {
  row_key: string;
  kind: 'head' | 'record';
  /** `11月27日 周五 今天`, and `7.5h · ¥975`. */
  day: string;
  day_sum: string;
  name: string;
  course: string;
  tone: string;
  where: string;
  income: string;
  hours: string;
  customer_id: string;
  is_last: boolean;
}

const BLANK = { name: '', course: '', tone: '', where: '', income: '', hours: '', customer_id: '' };

function hoursOf({ hours, hours_raw, course_type_class }: ApiPerfRecord): string {
  // A recharge takes no time, so its zero hours are no figure.
  if (course_type_class === 'recharge' && (hours ?? 0) === 0) return NO_FIGURE;
  return [rawHoursText(hours_raw, hours), hoursText(hours)].filter((text) => text !== '').join(' · ');
}

function recordRow(
  record: ApiPerfRecord,
  head: Pick<RecordRow, 'day' | 'day_sum'>,
): Omit<RecordRow, 'is_last'> {
  const { id, customer_name, customer_id, is_scattered, course_type, course_type_class } = record;
  return {
    ...head,
    row_key: `r${id}`,
    kind: 'record',
    name: customerName(customer_name, is_scattered),
    course: course_type,
    tone: courseTone(course_type_class),
    where: [record.time_range, record.location].filter((text) => text.trim() !== '').join(' · '),
    income: moneyText(record.income),
    hours: hoursOf(record),
    customer_id: customerLink(customer_id, is_scattered),
  };
}

/** The node that a day begins with. @param date `YYYY-MM-DD` */
export const dayKey = (date: string): string => `d${date}`;

/** @param now the server's, epoch ms */
export function recordRows(days: readonly ApiPerfDateGroup[], now: number): RecordRow[] {
  return days.flatMap(({ date, total_hours, total_income, records }) => {
    const head = {
      day: dayHead(date, now),
      day_sum: `${hoursText(total_hours)} · ${moneyText(total_income)}`,
    };
    return [
      { ...BLANK, ...head, row_key: dayKey(date), kind: 'head' as const, is_last: false },
      ...records.map((record, at) => ({ ...recordRow(record, head), is_last: at === records.length - 1 })),
    ];
  });
}
