// Decoder of a task's detail (TASK-2), with what it shares with customers: clues and service records.
import type { ApiRetentionClue, ApiServiceRecord, ApiTaskDetail } from '../../../../../typings/xcx/tasks';
import { filled, flag, id, list, missingAs, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { aliased, figure, hours, quantity, rows, words } from '../../../../api/xcx/schema/common';
import { taskExtras, taskFields } from './tasks';
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
  filled(
    record(
      { table: words, type: words, type_class, duration: hours, income: figure, drinks: words, date: text },
      { record_type, duration_raw: quantity, is_estimate: flag },
    ),
    aliased({ type_class: 'course_type_class' }),
  ),
);

const NO_SUMMARY = { total_hours: null, total_income: null, avg_income: null };

export const taskDetailSchema = schemaFor<ApiTaskDetail>()(
  record(
    {
      ...taskFields,
      retention_clues: rows(clueSchema),
      talking_points: rows(text),
      service_summary: missingAs(
        record({ total_hours: figure, total_income: figure, avg_income: figure }, {}),
        NO_SUMMARY,
      ),
      service_records: rows(serviceRecordSchema),
      ai_analysis: missingAs(record({ summary: words, suggestions: rows(text) }, {}), {
        summary: '',
        suggestions: [],
      }),
      notes: rows(noteSchema),
    },
    {
      ...taskExtras,
      last_visit_date: text,
      last_spend_amount: quantity,
      days_absent: quantity,
      spend_trend,
      churn_risk,
      callback_reason: text,
      preferences: list(text),
      consumption_habits: text,
      social_preference: text,
      customer_phone: text,
      abandon_reason: text,
      action_suggestions: list(text),
      customer_id: id,
    },
  ),
);
