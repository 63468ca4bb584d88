// What the books say about one customer: visits, spending, absence, favourites, stored value.
import type { Context } from '../../context';
import { int, maybeInt, maybeText } from '../../db/store';
import { maybeReal, real } from '../data/rows';
import { DAY_MS, daysBetween } from '../time';
import { booksNow } from '../now';

export interface Facts {
  visits: number;
  /** ms, or null for who never came. */
  last_visit_at: number | null;
  last_spend: number | null;
  /** Whole Beijing days since the last visit. */
  days_absent: number | null;
  /** Mean days between two visits, from the second visit on. */
  interval_days: number | null;
  /** Yuan a visit. */
  average_spend: number | null;
  /** Yuan of the last 60 days, and of the 60 before. */
  spend_60: number;
  spend_60_before: number;
  balance: number;
  /** Yuan recharged ever. */
  recharged: number;
  favourite_project: string | null;
  favourite_table: string | null;
  favourite_drinks: string | null;
  /** Hour of the day at which they mostly come. */
  usual_hour: number | null;
}

const FAVOURITES = `
  (SELECT p.project FROM mine m JOIN xcx_tables p USING (table_id)
    GROUP BY p.project ORDER BY COUNT(*) DESC, p.project LIMIT 1) AS favourite_project,
  (SELECT p.name FROM mine m JOIN xcx_tables p USING (table_id)
    GROUP BY table_id HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, table_id LIMIT 1) AS favourite_table,
  (SELECT drinks FROM mine WHERE drinks <> ''
    GROUP BY drinks ORDER BY COUNT(*) DESC, drinks LIMIT 1) AS favourite_drinks,
  (SELECT CAST(AVG((started_at / 1000 + 28800) % 86400) / 3600 AS INTEGER) FROM mine) AS usual_hour`;

const SQL = `
  WITH mine AS MATERIALIZED (SELECT * FROM xcx_bills WHERE customer_id = ?2 AND started_at <= ?1)
  SELECT COUNT(*) AS visits, MAX(started_at) AS last_visit_at, AVG(amount) AS average_spend,
    (MAX(started_at) - MIN(started_at)) / ${DAY_MS}.0 / NULLIF(COUNT(*) - 1, 0) AS interval_days,
    (SELECT amount FROM mine ORDER BY started_at DESC LIMIT 1) AS last_spend,
    COALESCE(SUM(amount) FILTER (WHERE started_at > ?1 - ${60 * DAY_MS}), 0) AS spend_60,
    COALESCE(SUM(amount) FILTER (WHERE started_at BETWEEN ?1 - ${120 * DAY_MS} + 1 AND ?1 - ${60 * DAY_MS}), 0)
      AS spend_60_before,
    (SELECT balance FROM xcx_balances WHERE customer_id = ?2) AS balance,
    (SELECT COALESCE(SUM(amount), 0) FROM xcx_recharges WHERE customer_id = ?2) AS recharged, ${FAVOURITES}
  FROM mine`;

export function factsOf(ctx: Context, customerId: number): Facts {
  const now = booksNow(ctx);
  const row = ctx.store.one(SQL, now, customerId);
  const last_visit_at = maybeInt(row, 'last_visit_at');
  return {
    visits: int(row, 'visits'),
    last_visit_at,
    last_spend: maybeReal(row, 'last_spend'),
    days_absent: last_visit_at === null ? null : daysBetween(last_visit_at, now),
    interval_days: maybeReal(row, 'interval_days'),
    average_spend: maybeReal(row, 'average_spend'),
    spend_60: real(row, 'spend_60'),
    spend_60_before: real(row, 'spend_60_before'),
    balance: real(row, 'balance'),
    recharged: real(row, 'recharged'),
    favourite_project: maybeText(row, 'favourite_project'),
    favourite_table: maybeText(row, 'favourite_table'),
    favourite_drinks: maybeText(row, 'favourite_drinks'),
    usual_hour: maybeInt(row, 'usual_hour'),
  };
}

/** A tenth more or less is a trend. */
export function spendTrend({ spend_60, spend_60_before }: Facts): 'up' | 'down' | 'flat' {
  if (spend_60 > spend_60_before * 1.1) return 'up';
  return spend_60 < spend_60_before * 0.9 ? 'down' : 'flat';
}

/** How far the absence is beyond the customer's own rhythm. */
export function churnRisk({ days_absent, interval_days }: Facts): 'high' | 'medium' | 'low' {
  const ratio = (days_absent ?? 0) / Math.max(interval_days ?? 14, 3);
  if (ratio > 3) return 'high';
  return ratio > 1.5 ? 'medium' : 'low';
}

/** By what was recharged ever. */
export function memberLevel({ recharged }: Facts): string {
  if (recharged >= 20_000) return '钻石会员';
  if (recharged >= 8000) return '金卡会员';
  return recharged >= 2000 ? '银卡会员' : '普通会员';
}
