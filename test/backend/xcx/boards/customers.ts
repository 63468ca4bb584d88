// BOARD-2: the customers along one dimension, of all projects or one. A coach sees the own ones, unless permitted all.
import type { ApiBoardCustomerItem, ApiCustomerDimension, ApiProject } from '../../../../typings/xcx/boards';
import type { Page } from '../pages';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import type { Row } from '../../db/store';
import type { Worker } from '../auth/gate';
import { KNOWN, known } from '../customers/known';
import { RELATION } from '../customers/relation';
import { real, texts } from '../data/rows';
import type { Paging } from '../input';
import { DAY_MS, dateText } from '../time';
import { booksNow } from '../now';

export const DIMENSIONS: readonly ApiCustomerDimension[] = [
  ...(['recall', 'potential', 'balance', 'recharge', 'recent', 'spend60', 'freq60', 'loyal'] as const),
];

interface Dimension {
  /** Who is on the board at all. */
  where: string;
  order: string;
  /** Whether spending and visits shown are those of the last 60 days. */
  recent?: boolean;
}

const BOARDS: Readonly<Record<ApiCustomerDimension, Dimension>> = {
  // Absence in multiples of the customer's own rhythm.
  recall: { where: 'absence > 1', order: 'absence DESC' },
  // What a usual month of the last half year brought, beyond what the last 30 days did.
  potential: { where: 'potential > 0', order: 'potential DESC' },
  balance: { where: 'balance > 0', order: 'balance DESC' },
  recharge: { where: 'recharged_at IS NOT NULL', order: 'recharged_at DESC' },
  recent: { where: 'TRUE', order: 'last_at DESC' },
  spend60: { where: 'visits_60 > 0', order: 'spend_60 DESC', recent: true },
  freq60: { where: 'visits_60 > 0', order: 'visits_60 DESC, spend_60 DESC', recent: true },
  loyal: { where: 'relation > 0', order: 'relation DESC, visits DESC' },
};

const since = (days: number): string => `FILTER (WHERE v.started_at > ?1 - ${days * DAY_MS})`;

/** One row for each customer with visits; `?1` now, `?2` project, `?3` the coach whose customers are wanted or null. */
const FIGURES = `
  SELECT c.customer_id, c.name, c.tags, COUNT(*) AS visits, SUM(v.amount) AS spend, MAX(v.started_at) AS last_at,
    COUNT(*) ${since(60)} AS visits_60, COALESCE(SUM(v.amount) ${since(60)}, 0) AS spend_60,
    (?1 - MAX(v.started_at)) * 1.0 / MAX((MAX(v.started_at) - MIN(v.started_at)) * 1.0 / NULLIF(COUNT(*) - 1, 0),
      ${3 * DAY_MS}) AS absence,
    COALESCE(SUM(v.amount) ${since(180)}, 0) / 6.0 AS monthly, ${KNOWN},
    COALESCE(SUM(v.amount) ${since(180)}, 0) / 6.0 - COALESCE(SUM(v.amount) ${since(30)}, 0) AS potential,
    b.balance, (SELECT MAX(created_at) FROM xcx_recharges r WHERE r.customer_id = c.customer_id) AS recharged_at,
    COALESCE((SELECT MAX(score) FROM relation r WHERE r.customer_id = c.customer_id
      AND (?3 IS NULL OR r.coach_id = ?3)), 0.0) AS relation
  FROM xcx_customers c JOIN xcx_bills v USING (customer_id) JOIN xcx_tables t USING (table_id)
    JOIN xcx_balances b USING (customer_id)
  WHERE v.started_at <= ?1 AND (?2 = 'ALL' OR t.project = ?2) AND (?3 IS NULL OR c.coach_id = ?3
    OR EXISTS (SELECT 1 FROM xcx_earnings e WHERE e.customer_id = c.customer_id AND e.coach_id = ?3))
  GROUP BY c.customer_id`;

/** Deployed: a walk-in has no name. */
type CustomerRow = Omit<ApiBoardCustomerItem, 'name'> & { name: string | null };

/** What the deployed system adds; how many months the stored value lasts was promised and is never worked out. */
const deployedParts = (row: Row) => ({
  is_scattered: known(row).is_scattered,
  monthly_consume: Math.round(real(row, 'monthly')),
  available_months: '',
});

export function customerBoard(
  ctx: Context,
  worker: Worker,
  dimension: ApiCustomerDimension,
  project: ApiProject,
  { page, pageSize }: Paging,
): Page<CustomerRow> {
  const { where, order, recent = false } = BOARDS[dimension];
  const coachId = worker.may('all_customers') ? null : worker.coach_id;
  const rows = ctx.store.all(
    `WITH relation AS MATERIALIZED (SELECT * FROM ${RELATION}), figures AS (${FIGURES})
     SELECT *, COUNT(*) OVER () AS total FROM figures WHERE ${where} ORDER BY ${order}, customer_id`,
    booksNow(ctx),
    project,
    coachId,
  );
  const items = rows.slice((page - 1) * pageSize, page * pageSize).map((row) => ({
    ...(ctx.xcx.isDeployed ? deployedParts(row) : {}),
    id: String(int(row, 'customer_id')),
    name: ctx.xcx.isDeployed ? known(row).customer_name : text(row, 'name'),
    avatar: '',
    tags: texts(row, 'tags'),
    total_spend: real(row, recent ? 'spend_60' : 'spend'),
    visit_count: int(row, recent ? 'visits_60' : 'visits'),
    last_visit: dateText(int(row, 'last_at')),
    relation_index: real(row, 'relation').toFixed(1),
  }));
  return { items, total: rows.length, page, pageSize };
}
