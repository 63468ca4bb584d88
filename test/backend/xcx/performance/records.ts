// PERF-2: a month's records by day, newest first. Pages count records; a day's totals are those of the whole day.
import type {
  ApiPerfDateGroup,
  ApiPerfRecord,
  ApiPerfRecordsResponse,
} from '../../../../typings/xcx/performance';
import type { Context } from '../../context';
import { int, maybeText, text } from '../../db/store';
import type { Row } from '../../db/store';
import { KNOWN } from '../customers/known';
import { COUNTER, COURSE_LABELS, courseClass, hoursOf } from '../customers/services';
import { real } from '../data/rows';
import type { Paging } from '../input';
import { booked } from '../now';
import { clockText, monthSpan } from '../time';

const BEIJING_DATE = `date(e.started_at / 1000 + 28800, 'unixepoch')`;
const MINE = '(?1 IS NULL OR e.coach_id = ?1) AND e.started_at >= ?2 AND e.started_at < ?3';

export function record(row: Row): ApiPerfRecord {
  const type = courseClass(row);
  const { counted, raw } = hoursOf(row);
  const [from, to] = [clockText(int(row, 'started_at')), clockText(int(row, 'ended_at'))];
  return {
    id: String(int(row, 'earning_id')),
    customer_name: text(row, 'name'),
    time_range: from === to ? from : `${from}-${to}`,
    hours: counted,
    ...(raw === undefined ? {} : { hours_raw: raw }),
    course_type: type === 'recharge' ? '充值提成' : COURSE_LABELS[type],
    course_type_class: type,
    location: maybeText(row, 'table_name') ?? COUNTER,
    income: real(row, 'income'),
  };
}

type DateGroup<R> = Omit<ApiPerfDateGroup, 'records'> & { records: R[] };
export type MonthRecords<R> = Omit<ApiPerfRecordsResponse, 'date_groups'> & { date_groups: DateGroup<R>[] };

/** @param view of one row, which has the columns of `KNOWN` too */
export function monthRecords<R>(
  ctx: Context,
  coachId: number | null,
  year: number,
  month: number,
  { page, pageSize }: Paging,
  view: (row: Row) => R,
): MonthRecords<R> {
  const { from, to } = booked(ctx, monthSpan(year, month));
  const { store } = ctx;
  const sums = `COUNT(*) AS count, COALESCE(SUM(half_hours), 0) / 2.0 AS hours,
    COALESCE(SUM(half_hours_raw), 0) / 2.0 AS raw, COALESCE(SUM(income), 0) AS income`;
  const total = store.one(`SELECT ${sums} FROM xcx_earnings e WHERE ${MINE}`, coachId, from, to);
  const days = store.all(
    `SELECT ${BEIJING_DATE} AS day, ${sums} FROM xcx_earnings e WHERE ${MINE} GROUP BY day`,
    coachId,
    from,
    to,
  );
  const rows = store.all(
    `SELECT e.*, ${BEIJING_DATE} AS day, c.name, t.name AS table_name, ${KNOWN}
     FROM xcx_earnings e JOIN xcx_customers c USING (customer_id) LEFT JOIN xcx_tables t USING (table_id)
     WHERE ${MINE} ORDER BY e.started_at DESC, e.earning_id DESC LIMIT ?4 OFFSET ?5`,
    coachId,
    from,
    to,
    pageSize,
    (page - 1) * pageSize,
  );
  const groups = new Map<string, DateGroup<R>>();
  for (const row of rows) {
    const date = text(row, 'day');
    const day = days.find((one) => text(one, 'day') === date);
    const group = groups.get(date) ?? {
      date,
      total_hours: day === undefined ? 0 : real(day, 'hours'),
      total_income: day === undefined ? 0 : real(day, 'income'),
      records: [],
    };
    group.records.push(view(row));
    groups.set(date, group);
  }
  return {
    summary: {
      total_count: int(total, 'count'),
      total_hours: real(total, 'hours'),
      total_hours_raw: real(total, 'raw'),
      total_income: real(total, 'income'),
    },
    date_groups: [...groups.values()],
    has_more: page * pageSize < int(total, 'count'),
  };
}
