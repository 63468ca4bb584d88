// Decoders of one customer and of the services given to them (CUST-1, CUST-2).
import type {
  ApiCoachTask,
  ApiConsumptionRecord,
  ApiCustomerDetail,
  ApiCustomerInsight,
  ApiCustomerNote,
  ApiCustomerRecordsResponse,
  ApiFavoriteCoach,
  ApiVisitCoach,
} from '../../../../../typings/xcx/customers';
import { goodRows } from '../../../../api/rows';
import { filled, flag, id, list, missingAs, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { aliased, figure, hours, ownRows, quantity, rows, words } from '../../../../api/xcx/schema/common';
import { alone } from './alone';
import { clueSchema, serviceRecordSchema } from './task';

const type_class: Schema<ApiConsumptionRecord['type_class']> = missingAs(text, '');

const visitCoach = schemaFor<ApiVisitCoach>()(
  record(
    { name: words, level: words, course_type: words, hours, perf_hours: hours, fee: figure },
    { level_color: text },
  ),
);

/** How the running system calls what was spent on, where it sends no label. */
const KINDS: ReadonlyMap<unknown, string> = new Map([
  ['table', '台桌消费'],
  ['shop', '商品'],
  ['recharge', '储值充值'],
]);
const moneyAndPlace = aliased({ amount: ['total_amount', 'recharge_amount'], table: 'table_name' });

const consumption = schemaFor<ApiConsumptionRecord>()(
  filled(
    record(
      { id, date: text, type: words, type_class, amount: figure, table: words, duration: hours },
      {
        start_time: text,
        end_time: text,
        table_fee: quantity,
        table_orig_price: quantity,
        food_amount: quantity,
        food_orig_price: quantity,
        food_detail: text,
        total_orig_price: quantity,
        pay_method: text,
        coaches: list(visitCoach),
      },
    ),
    (fields) => {
      const label = fields['type_class'] === undefined ? KINDS.get(fields['type']) : undefined;
      const kind = label === undefined ? {} : { type: label, type_class: fields['type'] };
      return { ...moneyAndPlace(fields), ...kind };
    },
  ),
);

const NO_INSIGHT: ApiCustomerInsight = { summary: '', strategies: [] };
const insight = schemaFor<ApiCustomerInsight>()(
  missingAs(record({ summary: words, strategies: rows(record({ color: words, text }, {})) }, {}), NO_INSIGHT),
);
const note = schemaFor<ApiCustomerNote>()(
  record({ id, tag_label: words, created_at: words, content: text }, {}),
);
const coachTask = schemaFor<ApiCoachTask>()(
  record(
    {
      id,
      coach_name: words,
      level: words,
      task_type: words,
      task_type_label: words,
      status: words,
      created_at: words,
    },
    { level_color: text },
  ),
);
const favourite = schemaFor<ApiFavoriteCoach>()(
  record(
    { id, name: words, level: words, relation_index: words },
    { level_color: text, service_count: quantity },
  ),
);

export const customerSchema = schemaFor<ApiCustomerDetail>()(
  record(
    {
      id,
      name: words,
      phone: words,
      phone_full: words,
      avatar: words,
      member_level: words,
      relation_index: words,
      tags: rows(text),
      // Each of these, and of those below, is a module of the page, and fails alone.
      retention_clues: alone(ownRows(clueSchema), () => []),
      consumption_records: alone(ownRows(consumption), () => []),
    },
    {
      total_service_count: quantity,
      is_scattered: flag,
      balance: quantity,
      consumption60d: quantity,
      days_since_visit: quantity,
      ai_insight: alone(insight, () => ({ ...NO_INSIGHT })),
      notes: alone(ownRows(note), () => []),
      coach_tasks: alone(ownRows(coachTask), () => []),
      favorite_coaches: alone(ownRows(favourite), () => []),
    },
  ),
);

export const customerRecordsSchema = schemaFor<ApiCustomerRecordsResponse>()(
  record(
    {
      customer_name: words,
      customer_phone: words,
      relation_index: words,
      tables: ownRows(record({ id, name: text }, {})),
      records: goodRows(serviceRecordSchema),
      has_more: flag,
    },
    {
      customer_phone_full: text,
      month_count: quantity,
      month_hours: quantity,
      total_service_count: quantity,
    },
  ),
);
