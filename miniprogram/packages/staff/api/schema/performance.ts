// Decoders of a coach's month (PERF-1, PERF-2).
import type {
  ApiPerfCustomer,
  ApiPerfDateGroup,
  ApiPerfOverview,
  ApiPerfRates,
  ApiPerfRecord,
  ApiPerfRecordsResponse,
  ApiPerfRegular,
  ApiPerfTier,
} from '../../../../../typings/xcx/performance';
import { goodRows } from '../../../../api/rows';
import { filled, flag, id, list, record, schemaFor, text } from '../../../../api/schema';
import { isDictionary } from '../../../../api/schema-run';
import { aliased, figure, quantity, ownRows, words } from '../../../../api/xcx/schema/common';

const tier = schemaFor<ApiPerfTier>()(
  record({}, { label: text, min_hours: quantity, rate: quantity, reached: flag }),
);
const rates = schemaFor<ApiPerfRates>()(record({}, { basic_rate: quantity, incentive_rate: quantity }));

const person = { name: words, avatar_char: words };
const personExtras = { avatar_color: text, customer_id: id, is_scattered: flag };
const customer = schemaFor<ApiPerfCustomer>()(record(person, personExtras));
const regular = schemaFor<ApiPerfRegular>()(
  filled(
    record({ ...person, visits: figure }, { ...personExtras, hours: quantity, income: quantity }),
    aliased({ visits: 'count' }),
  ),
);

/** The month's records: one by one, or (running system) by day, each day with its date. */
function flatRecords({ this_month_records: sent }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(sent)) return {};
  const flat = sent.flatMap((row: unknown) => {
    const records = isDictionary(row) ? row['records'] : undefined;
    if (!isDictionary(row) || !Array.isArray(records)) return [row];
    return records.map((one: unknown) => (isDictionary(one) ? { date: row['date'], ...one } : one));
  });
  return { this_month_records: flat };
}

export const performanceSchema = schemaFor<ApiPerfOverview>()(
  filled(
    record(
      {
        total_hours: figure,
        total_income: figure,
        total_customers: figure,
        income_items: ownRows(record({ label: text, amount: figure, icon: words }, { desc: text })),
        this_month_records: ownRows(
          record({ customer_name: words, hours: figure, income: figure, date: text }, {}),
        ),
        new_customers: ownRows(customer),
        regular_customers: ownRows(regular),
      },
      {
        tiers: list(tier),
        tier_nodes: list(quantity),
        current_tier: rates,
        next_tier: rates,
        upgrade_hours_needed: quantity,
        upgrade_bonus: quantity,
      },
    ),
    flatRecords,
  ),
);

const perfRecord = schemaFor<ApiPerfRecord>()(
  record(
    {
      id,
      customer_name: words,
      time_range: words,
      hours: figure,
      course_type: words,
      course_type_class: words,
      location: words,
      income: figure,
    },
    { hours_raw: quantity, customer_id: id, is_scattered: flag },
  ),
);

const dateGroup = schemaFor<ApiPerfDateGroup>()(
  record({ date: text, total_hours: figure, total_income: figure, records: goodRows(perfRecord) }, {}),
);

export const performanceRecordsSchema = schemaFor<ApiPerfRecordsResponse>()(
  record(
    {
      summary: record(
        { total_count: quantity, total_hours: figure, total_hours_raw: figure, total_income: figure },
        {},
      ),
      date_groups: goodRows(dateGroup),
      has_more: flag,
    },
    {},
  ),
);
