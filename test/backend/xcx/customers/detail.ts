// CUST-1: one customer with clues and the latest consumption.
import type { ApiCustomerDetail } from '../../../../typings/xcx/customers';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Worker } from '../auth/gate';
import { real } from '../data/rows';
import { dateText } from '../time';
import { factsOf, memberLevel } from './facts';
import { masked, relationIndex } from './rows';
import type { Customer } from './rows';
import { cluesOf } from './words';

const LATEST = 20;

/** Visits and recharges in one list; a visit with a coach has the course's name, others that of the table fee. */
const CONSUMPTION = `
  SELECT v.visit_id AS id, v.started_at AS at, v.amount, t.name AS place, (v.ended_at - v.started_at) / 3600000.0 AS hours,
    CASE WHEN v.course_fee = 0 THEN '台费' WHEN t.area = 'vip' THEN '包厢课' ELSE '基础课' END AS type,
    CASE WHEN v.course_fee > 0 AND t.area = 'vip' THEN 'vip' ELSE 'basic' END AS type_class
  FROM xcx_bills v JOIN xcx_tables t USING (table_id) WHERE v.customer_id = ?1
  UNION ALL
  SELECT recharge_id, created_at, amount, '前台', 0.0, '储值充值', 'recharge' FROM xcx_recharges WHERE customer_id = ?1
  ORDER BY at DESC, id DESC LIMIT ${LATEST}`;

export function customerDetail(ctx: Context, worker: Worker, customer: Customer): ApiCustomerDetail {
  const { customer_id, phone } = customer;
  const facts = factsOf(ctx, customer_id);
  const count = ctx.store.one(
    `SELECT COUNT(*) AS count FROM xcx_earnings
     WHERE customer_id = ?1 AND (?2 IS NULL OR coach_id = ?2) AND course_class IN ('basic', 'vip')`,
    customer_id,
    worker.coach_id,
  );
  return {
    id: String(customer_id),
    name: customer.name,
    phone: masked(phone),
    phone_full: phone,
    avatar: '',
    member_level: memberLevel(facts),
    relation_index: relationIndex(ctx, customer_id, worker.coach_id),
    tags: customer.tags,
    retention_clues: cluesOf(ctx, customer, facts),
    total_service_count: int(count, 'count'),
    consumption_records: ctx.store.all(CONSUMPTION, customer_id).map((row) => ({
      id: String(int(row, 'id')),
      date: dateText(int(row, 'at')),
      type: text(row, 'type'),
      type_class: text(row, 'type_class'),
      amount: real(row, 'amount'),
      table: text(row, 'place'),
      duration: real(row, 'hours'),
    })),
  };
}
