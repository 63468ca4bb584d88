// Decoder of the finance board (BOARD-3): a list of metrics, or the running system's object of six panels, read as one.
import * as v from 'valibot';
import type { ApiBoardFinanceMetric } from '../../../../../typings/xcx/boards';
import { goodRows } from '../../../../api/rows';
import { BROKEN, isDictionary, readOf, schemaOf } from '../../../../api/schema-run';
import type { Read } from '../../../../api/schema-run';
import { list, record, schemaFor, text } from '../../../../api/schema';
import type { Schema } from '../../../../api/schema';
import { bare } from './boards';
import { figure, quantity, words } from '../../../../api/xcx/schema/common';
import { metricsOfPanels, PANELS } from './panels';
import type { PanelName } from './panels';

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

const metrics: Schema<ApiBoardFinanceMetric[]> = v.pipe(
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

/** What a board does not have. */
export interface LostPanels {
  /** Of the six, those that are null, missing, or nothing that is known. */
  panels: readonly PanelName[];
  /** In a list nobody can tell which they are: entries that are null. */
  unnamed: number;
}

/** Beside the board instead of in it, so that what came keeps its type. */
const losses = new WeakMap<readonly ApiBoardFinanceMetric[], LostPanels>();
const NOTHING_LOST: LostPanels = { panels: [], unnamed: 0 };

/** What the very list of a reply does not have. */
export const lostIn = (board: readonly ApiBoardFinanceMetric[]): LostPanels =>
  losses.get(board) ?? NOTHING_LOST;

function lossOf(value: unknown, board: readonly ApiBoardFinanceMetric[]): LostPanels {
  if (isPanels(value)) {
    return { panels: PANELS.filter((name) => !board.some(({ panel }) => panel === name)), unnamed: 0 };
  }
  const rows = [value, ...['metrics', 'items'].map((name) => (isDictionary(value) ? value[name] : null))];
  return {
    panels: [],
    unnamed: (rows.find(Array.isArray) ?? []).filter((row: unknown) => row === null).length,
  };
}

const readMetrics = readOf(metrics) as Read<ApiBoardFinanceMetric[]>;

/** The list itself, or `{metrics}`, or panels. What is null is left out, and `lostIn` tells of it: the others are still shown. */
export const financeBoardSchema: Schema<ApiBoardFinanceMetric[]> = schemaOf({
  expects: metrics.expects,
  read(value) {
    const board = readMetrics(value);
    if (board !== BROKEN) losses.set(board, lossOf(value, board));
    return board;
  },
  parts: (value) => [[metrics, value, undefined]],
});
