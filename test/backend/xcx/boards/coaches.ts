// BOARD-1: the coaches by hours, income, stored value of their customers, or finished tasks.
import type { ApiBoardCoachItem, ApiCoachSort, ApiProject } from '../../../../typings/xcx/boards';
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import { maybeReal, real, texts } from '../data/rows';
import { skillWord } from '../config/skills';
import { booked } from '../now';
import type { Span } from '../time';

export const COACH_SORTS: readonly ApiCoachSort[] = [
  ...(['perf_desc', 'perf_asc', 'salary_desc', 'salary_asc', 'sv_desc', 'task_desc'] as const),
];
export const PROJECTS: readonly ApiProject[] = ['ALL', 'BILLIARD', 'SNOOKER', 'MAHJONG', 'KTV'];

const projectOf = (skill: string): ApiProject => PROJECTS.find((known) => known === skill) ?? 'ALL';

const ORDER: Readonly<Record<ApiCoachSort, string>> = {
  perf_desc: 'hours DESC',
  perf_asc: 'hours',
  salary_desc: 'income DESC',
  salary_asc: 'income',
  sv_desc: 'stored_value DESC',
  task_desc: 'recall + callback DESC',
};

const FINISHED = `(SELECT COUNT(*) FROM xcx_tasks t WHERE t.coach_id = c.coach_id AND t.status = 'completed'
  AND t.completed_at >= ?1 AND t.completed_at < ?2 AND t.task_type IN`;

const SQL = `
  SELECT c.*, COALESCE(e.hours, 0) AS hours, COALESCE(e.income, 0) AS income, COALESCE(e.customers, 0) AS customers,
    (SELECT ROUND(AVG(s.rating) * 20, 1) FROM xcx_services s JOIN xcx_visits v USING (visit_id)
      WHERE s.coach_id = c.coach_id AND v.started_at >= ?1 AND v.started_at < ?2) AS satisfaction,
    (SELECT COALESCE(SUM(b.balance), 0) FROM xcx_customers k JOIN xcx_balances b USING (customer_id)
      WHERE k.coach_id = c.coach_id) AS stored_value,
    ${FINISHED} ('high_priority_recall', 'priority_recall')) AS recall,
    ${FINISHED} ('follow_up_visit', 'relationship_building')) AS callback
  FROM xcx_coaches c LEFT JOIN (
    SELECT coach_id, SUM(half_hours) / 2.0 AS hours, SUM(income) AS income, COUNT(DISTINCT customer_id) AS customers
    FROM xcx_earnings WHERE started_at >= ?1 AND started_at < ?2 GROUP BY coach_id) e USING (coach_id)
  WHERE c.store_id = ?4 AND (?3 = 'ALL' OR EXISTS (SELECT 1 FROM json_each(c.skills) WHERE value = ?3))`;

/** A coach without ratings has null where the satisfaction (percent) stands. */
export type CoachRow = Omit<ApiBoardCoachItem, 'satisfaction'> & {
  satisfaction: number | null;
  /** Deployed only: the stored value of the coach's customers, yuan. */
  stored_value?: number;
};

export function coachBoard(
  ctx: Context,
  storeId: number,
  sort: ApiCoachSort,
  skill: ApiProject,
  span: Span,
): CoachRow[] {
  const { from, to } = booked(ctx, span);
  const rows = ctx.store.all(`${SQL} ORDER BY ${ORDER[sort]}, c.coach_id`, from, to, skill, storeId);
  return rows.map((row) => ({
    id: String(int(row, 'coach_id')),
    name: text(row, 'name'),
    avatar: '',
    level: text(row, 'level'),
    level_class: text(row, 'level_class'),
    skills: texts(row, 'skills').map((skill) => skillWord(ctx, projectOf(skill))),
    total_hours: real(row, 'hours'),
    total_income: real(row, 'income'),
    customer_count: int(row, 'customers'),
    satisfaction: maybeReal(row, 'satisfaction'),
    task_stats: { recall: int(row, 'recall'), callback: int(row, 'callback') },
    ...(ctx.xcx.isDeployed ? { stored_value: real(row, 'stored_value') } : {}),
  }));
}
