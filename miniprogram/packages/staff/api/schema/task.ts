// Decoder of a task's detail (TASK-2), with what it shares with customers: clues and service records.
import type { ApiRetentionClue, ApiServiceRecord, ApiTaskDetail } from '../../../../../typings/xcx/tasks';
import { filled, flag, id, list, missingAs, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { aliased, figure, hours, ownRows, quantity, rows, words } from '../../../../api/xcx/schema/common';
import { alone } from './alone';
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

const summary = missingAs(record({ total_hours: figure, total_income: figure, avg_income: figure }, {}), {
  total_hours: null,
  total_income: null,
  avg_income: null,
});
const analysis = missingAs(record({ summary: words, suggestions: rows(text) }, {}), {
  summary: '',
  suggestions: [],
});

export const taskDetailSchema = schemaFor<ApiTaskDetail>()(
  record(
    {
      ...taskFields,
      // Each of these is a module of the page, and fails alone.
      retention_clues: alone(ownRows(clueSchema), () => []),
      talking_points: alone(ownRows(text), () => []),
      service_summary: alone(summary, () => ({ total_hours: null, total_income: null, avg_income: null })),
      service_records: alone(ownRows(serviceRecordSchema), () => []),
      ai_analysis: alone(analysis, () => ({ summary: '', suggestions: [] })),
      notes: alone(ownRows(noteSchema), () => []),
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
