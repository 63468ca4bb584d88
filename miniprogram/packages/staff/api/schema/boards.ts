// Decoders of the boards of coaches and customers (BOARD-1, 2) and of the skill types that label their filters (CONFIG-1).
import * as v from 'valibot';
import type { ApiBoardCoachItem, ApiBoardCustomerItem } from '../../../../../typings/xcx/boards';
import type { ApiRuntimeClock, ApiSkillType } from '../../../../../typings/xcx/config';
import { goodRows } from '../../../../api/rows';
import { flag, id, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { BROKEN, valueOf } from '../../../../api/schema-run';
import { fieldOf } from '../../../../api/untyped';
import { figure, pageOf, quantity, rows, words } from '../../../../api/xcx/schema/common';

const coach = schemaFor<ApiBoardCoachItem>()(
  record(
    {
      id,
      name: words,
      avatar: words,
      level: words,
      level_class: words,
      skills: rows(text),
      total_hours: figure,
      total_income: figure,
      customer_count: figure,
      satisfaction: figure,
    },
    { task_stats: record({ recall: quantity, callback: quantity }, {}), stored_value: quantity },
  ),
);

/** A list that the real system also sends inside an object, under one of these names. */
export function bare<T>(names: readonly string[], rowsOf: Schema<T[]>): Schema<T[]> {
  return v.pipe(
    v.unknown(),
    v.transform((value) =>
      Array.isArray(value)
        ? value
        : names.map((name) => fieldOf(value, name)).find((found) => found !== undefined),
    ),
    rowsOf,
  );
}

/** The list itself, or a page of it. */
export const coachBoardSchema: Schema<ApiBoardCoachItem[]> = bare(['items', 'list'], goodRows(coach));

/** The running system sends an empty text for what it has not computed. */
const saidText: Schema<string> = valueOf('string', (value) =>
  typeof value === 'string' && value !== '' ? value : BROKEN,
);

export const customerBoardSchema = pageOf(
  schemaFor<ApiBoardCustomerItem>()(
    record(
      {
        id,
        name: words,
        avatar: words,
        tags: rows(text),
        total_spend: figure,
        visit_count: figure,
        last_visit: words,
        relation_index: words,
      },
      { is_scattered: flag, monthly_consume: quantity, available_months: saidText },
    ),
  ),
);

const skillType = schemaFor<ApiSkillType>()(record({ value: text, text }, { icon: text }));

export const skillTypesSchema: Schema<ApiSkillType[]> = bare(['items', 'list'], goodRows(skillType));

const DATE = /^\d{4}-\d\d-\d\d/;

export const runtimeClockSchema = schemaFor<ApiRuntimeClock>()(
  record(
    {
      business_date: valueOf('YYYY-MM-DD', (value) =>
        typeof value === 'string' && DATE.test(value) ? value.slice(0, 10) : BROKEN,
      ),
    },
    {},
  ),
);
