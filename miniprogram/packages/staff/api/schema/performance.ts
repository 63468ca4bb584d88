// Decoders of a coach's month (PERF-1, PERF-2).
import type {
  ApiPerfDateGroup,
  ApiPerfOverview,
  ApiPerfRecord,
  ApiPerfRecordsResponse,
  ApiPerfTier,
} from '../../../../../typings/xcx/performance';
import { flag, id, list, number, record, schemaFor, text } from '../../../../api/schema';
import { figure, rows, words } from '../../../../api/xcx/schema/common';

const tier = schemaFor<ApiPerfTier>()(
  record({}, { label: text, min_hours: number, rate: number, reached: flag }),
);

export const performanceSchema = schemaFor<ApiPerfOverview>()(
  record(
    {
      total_hours: figure,
      total_income: figure,
      total_customers: figure,
      income_items: rows(record({ label: text, amount: figure, icon: words }, {})),
      this_month_records: rows(
        record({ customer_name: text, hours: figure, income: figure, date: text }, {}),
      ),
      new_customers: rows(record({ name: text, avatar_char: words }, {})),
      regular_customers: rows(record({ name: text, avatar_char: words, visits: figure }, {})),
    },
    { tiers: list(tier) },
  ),
);

const perfRecord = schemaFor<ApiPerfRecord>()(
  record(
    {
      id,
      customer_name: text,
      time_range: words,
      hours: figure,
      course_type: words,
      course_type_class: words,
      location: words,
      income: figure,
    },
    { hours_raw: number },
  ),
);

const dateGroup = schemaFor<ApiPerfDateGroup>()(
  record({ date: text, total_hours: figure, total_income: figure, records: list(perfRecord) }, {}),
);

export const performanceRecordsSchema = schemaFor<ApiPerfRecordsResponse>()(
  record(
    {
      summary: record(
        { total_count: number, total_hours: figure, total_hours_raw: figure, total_income: figure },
        {},
      ),
      date_groups: list(dateGroup),
      has_more: flag,
    },
    {},
  ),
);
