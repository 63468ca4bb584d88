// A customer's own page in flat values and short rows. What is missing is empty, and the page shows nothing there.
import type {
  ApiCoachTask,
  ApiCustomerDetail,
  ApiCustomerRecordsResponse,
  ApiFavoriteCoach,
} from '../../../../typings/xcx/customers';
import { levelTone } from '../../../format/coach-level';
import { tableOf } from '../../../format/lookup';
import { avatarLetter } from '../../../format/person';
import { nameText } from '../../../format/unicode';
import { countText, hoursText, moneyText, NO_FIGURE } from './figures';
import { customerName } from './perf-words';
import { relationText } from './customer-row';
import { joined } from './service-row';
import { taskType } from './task-words';
import { dayText } from './when';

export interface CustomerView {
  name: string;
  avatar_url: string;
  level: string;
  /** `💖 关系 9.2` */
  relation: string;
  phone: string;
  phone_full: string;
  /** `5 次 · 11.5h`, of the present month as the server counts it. */
  month_sum: string;
  summary: string;
}

export const blankCustomerView: CustomerView = {
  ...{ name: '', avatar_url: '', level: '', relation: '', phone: '', phone_full: '', month_sum: '' },
  summary: '',
};

type Head = ApiCustomerDetail | null;
type Month = ApiCustomerRecordsResponse | null;

/** The head as CUST-1 has it, or as much of it as CUST-2 knows. */
export function customerView(head: Head, month: Month): CustomerView {
  const name = nameText(head?.name ?? month?.customer_name, '');
  const relation = relationText(head?.relation_index ?? month?.relation_index ?? '');
  const count = month?.month_count === undefined ? '' : `${countText(month.month_count)} 次`;
  const hours = month?.month_hours === undefined ? '' : hoursText(month.month_hours);
  return {
    name: customerName(name, head?.is_scattered),
    avatar_url: head?.avatar ?? '',
    level: head?.member_level ?? '',
    relation: relation.replace(' ', ' 关系 '),
    phone: head?.phone ?? month?.customer_phone ?? '',
    phone_full: head?.phone_full ?? month?.customer_phone_full ?? '',
    month_sum: joined(count, hours),
    summary: head?.ai_insight?.summary.trim() ?? '',
  };
}

export interface HeadFigure {
  row_key: string;
  value: string;
  /** Stands apart from its figure; empty for money. */
  unit: string;
}

/** Those that were sent. */
export function headFigures(head: Head, month: Month): HeadFigure[] {
  const { balance, consumption60d, days_since_visit: days } = head ?? {};
  const count = head?.total_service_count ?? month?.total_service_count;
  const figures: HeadFigure[] = [
    { row_key: '储值余额', value: moneyText(balance), unit: '' },
    { row_key: '近 60 天', value: moneyText(consumption60d), unit: '' },
    days === 0
      ? { row_key: '上次到店', value: '今天', unit: '' }
      : { row_key: '上次到店', value: countText(days), unit: '天前' },
    { row_key: '累计服务', value: countText(count), unit: '次' },
  ];
  return figures.filter(({ value }) => value !== NO_FIGURE);
}

export interface FavouriteRow {
  row_key: string;
  name: string;
  letter: string;
  level: string;
  tone: string;
  /** `12 次`; empty where it was not sent. */
  times: string;
  relation: string;
}

export function favouriteRow({
  id,
  name,
  level,
  relation_index,
  service_count,
}: ApiFavoriteCoach): FavouriteRow {
  const shown = nameText(name, '助教');
  return {
    row_key: id,
    name: shown,
    letter: avatarLetter(shown),
    ...{ level, tone: levelTone(level) },
    times: service_count === undefined ? '' : `${countText(service_count)} 次`,
    relation: relationText(relation_index),
  };
}

const statuses = tableOf<string>({
  ...{ pending: '进行中', active: '进行中', completed: '已完成', abandoned: '已放弃', inactive: '已失效' },
});

export interface CoachTaskRow {
  row_key: string;
  type: string;
  tone: string;
  who: string;
  /** `11-20 · 已完成` */
  about: string;
}

/** @param now the server's, epoch ms */
export function coachTaskRow(task: ApiCoachTask, now: number): CoachTaskRow {
  const { text, tone } = taskType(task.task_type, task.task_type_label);
  return {
    row_key: task.id,
    ...{ type: text, tone },
    who: nameText(task.coach_name, '助教'),
    about: joined(statuses[task.status] ?? task.status, dayText(task.created_at, now)),
  };
}
