// Decoders of the three boards (BOARD-1…3) and of the skill types that label their filters (CONFIG-1).
import * as v from 'valibot';
import type {
  ApiBoardCoachItem,
  ApiBoardCustomerItem,
  ApiBoardFinanceMetric,
} from '../../../../typings/xcx/boards';
import type { ApiSkillType } from '../../../../typings/xcx/config';
import { id, list, number, record, schemaFor, text } from '../../schema';
import type { Schema } from '../../schema';
import { fieldOf } from '../../untyped';
import { figure, pageOf, rows, words } from './common';

const coach = schemaFor<ApiBoardCoachItem>()(
  record(
    {
      id,
      name: text,
      avatar: words,
      level: words,
      level_class: words,
      skills: rows(text),
      total_hours: figure,
      total_income: figure,
      customer_count: figure,
      satisfaction: figure,
    },
    { task_stats: record({ recall: number, callback: number }, {}) },
  ),
);

/** A list that the real system also sends inside an object. */
function bare<T>(name: string, rowsOf: Schema<T[]>): Schema<T[]> {
  return v.pipe(
    v.unknown(),
    v.transform((value) => (Array.isArray(value) ? value : fieldOf(value, name))),
    rowsOf,
  );
}

/** The list itself, or a page of it. */
export const coachBoardSchema: Schema<ApiBoardCoachItem[]> = bare('items', list(coach));

export const customerBoardSchema = pageOf(
  schemaFor<ApiBoardCustomerItem>()(
    record(
      {
        id,
        name: text,
        avatar: words,
        tags: rows(text),
        total_spend: figure,
        visit_count: figure,
        last_visit: words,
        relation_index: words,
      },
      {},
    ),
  ),
);

const trend: Schema<NonNullable<ApiBoardFinanceMetric['trend']>> = text;

const metric = schemaFor<ApiBoardFinanceMetric>()(
  record(
    { key: text, label: text, value: figure, unit: words },
    { trend, sub_items: list(record({ label: text, value: figure }, {})) },
  ),
);

/** The list itself, or `{metrics}`. A panel that is null is left out: the others are still worth seeing. */
export const financeBoardSchema: Schema<ApiBoardFinanceMetric[]> = bare(
  'metrics',
  v.pipe(
    list(v.unknown()),
    v.transform((panels): unknown => panels.filter((panel) => panel !== null)),
    list(metric),
  ),
);

const skillType = schemaFor<ApiSkillType>()(record({ value: text, text }, { icon: text }));

export const skillTypesSchema: Schema<ApiSkillType[]> = list(skillType);
