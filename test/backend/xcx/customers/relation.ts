// How close a coach and a customer are, 0-10: counted hours of the last half year, and how recent the last one was.
import { DAY_MS } from '../time';

export const RELATION_WINDOW_MS = 180 * DAY_MS;

/** A subquery `(coach_id, customer_id, score)`; `?1` of the statement is the present in ms. */
export const RELATION = `(
  SELECT coach_id, customer_id, ROUND(MIN(10.0, SUM(half_hours) * 0.15 + CASE
      WHEN MAX(started_at) > ?1 - ${7 * DAY_MS} THEN 4
      WHEN MAX(started_at) > ?1 - ${30 * DAY_MS} THEN 3
      WHEN MAX(started_at) > ?1 - ${90 * DAY_MS} THEN 2
      ELSE 1 END), 1) AS score
  FROM xcx_earnings
  WHERE course_class <> 'recharge' AND started_at > ?1 - ${RELATION_WINDOW_MS} AND started_at <= ?1
  GROUP BY coach_id, customer_id)`;
