// What a customer spent at once, as a flat row with a line for each coach: CUST-1.
import type { ApiConsumptionRecord, ApiVisitCoach } from '../../../../typings/xcx/customers';
import type { Row } from '../../../format/chunks';
import { levelTone } from '../../../format/coach-level';
import { tableOf } from '../../../format/lookup';
import { hoursText, moneyText, NO_FIGURE, rawHoursText } from './figures';
import { joined } from './service-row';
import type { TagTone } from './service-row';
import { dayText } from './when';

export interface VisitCoachLine extends Row {
  level: string;
  tone: string;
  /** `陈小柔 · 基础课 2h（折前 2.5h）` */
  text: string;
}

export interface ConsumptionRow extends Row {
  type: string;
  tone: TagTone;
  /** `11-09 14:02` */
  when: string;
  amount: string;
  /** `A03 · 2h · 酒水 ¥48 · 微信` */
  about: string;
  food: string;
  coaches: VisitCoachLine[];
}

const tones = tableOf<TagTone>({ basic: 'brand', table: 'brand', vip: 'warn', shop: 'warn', recharge: 'ok' });

/** An amount that is there and not nothing. */
const priced = (label: string, yuan: number | undefined): string =>
  yuan === undefined || yuan === 0 ? '' : `${label} ${moneyText(yuan)}`;

function coachLine(
  { name, level, course_type, hours, perf_hours }: ApiVisitCoach,
  at: number,
): VisitCoachLine {
  const counted = perf_hours ?? hours;
  const raw = rawHoursText(hours, counted);
  const long = counted === null ? '' : hoursText(counted) + (raw === '' ? '' : `（${raw}）`);
  const text = joined(name, `${course_type} ${long}`.trim());
  return { row_key: `${at} ${name}`, level, tone: levelTone(level), text };
}

/** @param now the server's, epoch ms */
export function consumptionRow(record: ApiConsumptionRecord, now: number): ConsumptionRow {
  const { id, date, type, type_class, amount, table, duration, start_time = '' } = record;
  const { food_amount, food_detail = '', total_orig_price, pay_method = '', coaches = [] } = record;
  const day = dayText(date, now);
  const length = (duration ?? 0) > 0 ? hoursText(duration) : '';
  const before = total_orig_price !== undefined && total_orig_price > (amount ?? 0) ? total_orig_price : 0;
  return {
    row_key: `${type_class} ${id}`,
    type: type === '' ? '消费' : type,
    tone: tones[type_class] ?? 'off',
    when: `${day === '' ? date : day} ${start_time}`.trim(),
    amount: amount === null ? NO_FIGURE : moneyText(amount),
    about: joined(table, length, priced('酒水', food_amount), priced('原价', before), pay_method),
    food: food_detail.trim(),
    coaches: coaches.map(coachLine),
  };
}
