// Decoder of the finance board (BOARD-3): a list of metrics, or the running system's object of six panels, read as one.
import * as v from 'valibot';
import type { ApiBoardFinanceMetric } from '../../../../../typings/xcx/boards';
import { goodRows } from '../../../../api/rows';
import { isDictionary } from '../../../../api/schema-run';
import { list, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { bare } from './boards';
import { figure, quantity, words } from '../../../../api/xcx/schema/common';
import { metricsOfPanels, PANELS } from './panels';

const trend: Schema<NonNullable<ApiBoardFinanceMetric['trend']>> = text;

const metric = schemaFor<ApiBoardFinanceMetric>()(
  record(
    { key: text, label: text, value: figure, unit: words },
    {
      trend,
      sub_items: list(record({ label: text, value: figure }, { trend, compare: quantity })),
      compare: quantity,
      panel: text,
    },
  ),
);

const isPanels = (value: unknown): value is Record<string, unknown> =>
  isDictionary(value) && PANELS.some((name) => name in value);

/** The list itself, or `{metrics}`, or panels. One that is null is left out: the others are still worth seeing. */
export const financeBoardSchema: Schema<ApiBoardFinanceMetric[]> = v.pipe(
  v.unknown(),
  v.transform((value): unknown => (isPanels(value) ? metricsOfPanels(value) : value)),
  bare(
    ['metrics', 'items'],
    v.pipe(
      list(v.unknown()),
      v.transform((panels): unknown => panels.filter((panel) => panel !== null)),
      goodRows(metric),
    ),
  ),
);
