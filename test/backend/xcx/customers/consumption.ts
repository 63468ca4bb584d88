// What a customer spent, one record a visit or a recharge, as the deployed system tells it: every fee beside what it would
// have been, and each coach with hours and fee.
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Row } from '../../db/store';
import { levelColor } from '../coaches/levels';
import { real } from '../data/rows';
import { clockText, dateText } from '../time';
import { COURSE_LABELS, courseClass } from './services';

const LATEST = 20;
const MINUTE_MS = 60_000;

const RECORDS = `
  SELECT 'table' AS type, v.visit_id AS id, v.started_at, v.ended_at, t.name AS place, v.table_fee, v.discount,
    v.drinks_fee, v.drinks, v.amount, v.paid_by, 0 AS recharge
  FROM xcx_bills v JOIN xcx_tables t USING (table_id) WHERE v.customer_id = ?1
  UNION ALL
  SELECT 'recharge', recharge_id, created_at, created_at, '前台', 0, 0, 0, '', 0, 'cash', amount
  FROM xcx_recharges WHERE customer_id = ?1
  ORDER BY started_at DESC, id DESC LIMIT ${LATEST}`;

const COACHES = `
  SELECT s.*, c.name, c.level, c.level_class FROM xcx_services s JOIN xcx_coaches c USING (coach_id)
  WHERE s.visit_id IN (SELECT value FROM json_each(?)) ORDER BY s.service_id`;

/** `3h 20min` */
function durationText(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (rest === 0) return `${hours}h`;
  return hours === 0 ? `${rest}min` : `${hours}h ${rest}min`;
}

function coach(row: Row) {
  return {
    name: text(row, 'name'),
    level: text(row, 'level'),
    level_color: levelColor(text(row, 'level_class')),
    course_type: COURSE_LABELS[courseClass(row)],
    hours: int(row, 'half_hours_raw') / 2,
    perf_hours: int(row, 'half_hours') / 2,
    fee: real(row, 'fee'),
  };
}

function recharged(row: Row) {
  return {
    ...{ table_name: null, start_time: null, end_time: null, duration: null, pay_method: '前台充值' },
    ...{ table_fee: null, table_orig_price: null, food_amount: null, food_orig_price: null },
    ...{ food_detail: null, total_amount: null, total_orig_price: null, coaches: [] },
    recharge_amount: real(row, 'recharge'),
  };
}

function visited(row: Row, coaches: readonly Row[]) {
  const [start, end] = [int(row, 'started_at'), int(row, 'ended_at')];
  const drinks = text(row, 'drinks');
  return {
    table_name: text(row, 'place'),
    start_time: clockText(start),
    end_time: clockText(end),
    duration: durationText(end - start),
    table_fee: real(row, 'table_fee') - real(row, 'discount'),
    table_orig_price: real(row, 'table_fee'),
    food_amount: real(row, 'drinks_fee'),
    food_orig_price: real(row, 'drinks_fee'),
    food_detail: drinks === '' ? null : drinks,
    total_amount: real(row, 'amount'),
    total_orig_price: real(row, 'amount') + real(row, 'discount'),
    pay_method: text(row, 'paid_by') === 'balance' ? '储值卡' : '现付',
    recharge_amount: null,
    coaches: coaches.map(coach),
  };
}

export function consumption(ctx: Context, customerId: number): unknown[] {
  const rows = ctx.store.all(RECORDS, customerId);
  const visits = rows.filter((row) => text(row, 'type') === 'table').map((row) => int(row, 'id'));
  const coaches = ctx.store.all(COACHES, JSON.stringify(visits));
  return rows.map((row) => {
    const [id, type] = [int(row, 'id'), text(row, 'type')];
    const own = coaches.filter((one) => int(one, 'visit_id') === id);
    return {
      ...{ id: String(id), type, date: dateText(int(row, 'started_at')) },
      ...(type === 'recharge' ? recharged(row) : visited(row, own)),
    };
  });
}
