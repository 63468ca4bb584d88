// Decoder of a task's detail (TASK-2), with what it shares with customers: clues and service records.
import type { ApiRetentionClue, ApiServiceRecord, ApiTaskDetail } from '../../../../../typings/xcx/tasks';
import { flag, id, list, missingAs, number, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { figure, rows, words } from '../../../../api/xcx/schema/common';
import { taskFields } from '../../../../api/xcx/schema/tasks';
import { noteSchema } from './notes';

const tag_color: Schema<ApiRetentionClue['tag_color']> = missingAs(text, '');
const type_class: Schema<ApiServiceRecord['type_class']> = missingAs(text, '');
const record_type: Schema<NonNullable<ApiServiceRecord['record_type']>> = text;
const spend_trend: Schema<NonNullable<ApiTaskDetail['spend_trend']>> = text;
const churn_risk: Schema<NonNullable<ApiTaskDetail['churn_risk']>> = text;

export const clueSchema = schemaFor<ApiRetentionClue>()(
  record({ tag: words, tag_color, emoji: words, text, source: words }, { desc: text }),
);

export const serviceRecordSchema = schemaFor<ApiServiceRecord>()(
  record(
    { table: words, type: words, type_class, duration: figure, income: figure, drinks: words, date: text },
    { record_type, duration_raw: number, is_estimate: flag },
  ),
);

export const taskDetailSchema = schemaFor<ApiTaskDetail>()(
  record(
    {
      ...taskFields,
      retention_clues: rows(clueSchema),
      talking_points: rows(text),
      service_summary: record({ total_hours: figure, total_income: figure, avg_income: figure }, {}),
      service_records: rows(serviceRecordSchema),
      ai_analysis: record({ summary: words, suggestions: rows(text) }, {}),
      notes: rows(noteSchema),
    },
    {
      last_visit_date: text,
      last_spend_amount: number,
      days_absent: number,
      spend_trend,
      churn_risk,
      callback_reason: text,
      preferences: list(text),
      consumption_habits: text,
      social_preference: text,
      customer_phone: text,
      abandon_reason: text,
      action_suggestions: list(text),
      balance: number,
      customer_id: id,
    },
  ),
);
