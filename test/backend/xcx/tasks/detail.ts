// TASK-2: everything about one task. As in the real system, some tasks lack what is optional: null on some, left out
// on others.
import type { ApiTaskDetail } from '../../../../typings/xcx/tasks';
import type { Context } from '../../context';
import { churnRisk, factsOf, spendTrend } from '../customers/facts';
import type { Facts } from '../customers/facts';
import { customerById } from '../customers/rows';
import type { Customer } from '../customers/rows';
import { serviceRecords, serviceSummary } from '../customers/services';
import { analysisOf, cluesOf, habitsOf, projectWord, talkingPoints } from '../customers/words';
import { notesAround } from '../notes/store';
import { noteView } from '../notes/view';
import { dateText } from '../time';
import type { Task } from './rows';

const RECORDS = 20;

/** One task in six has these as null, another one of the six has none of them. */
export type Completeness = 'full' | 'nulls' | 'bare';

export function completenessOf(taskId: number): Completeness {
  if (taskId % 6 === 4) return 'nulls';
  return taskId % 6 === 5 ? 'bare' : 'full';
}

function callbackReason(task: Task, facts: Facts): string {
  const days = facts.days_absent ?? 0;
  const rhythm = facts.interval_days === null ? '' : `，平时约 ${Math.round(facts.interval_days)} 天来一次`;
  switch (task.item.task_type) {
    case 'high_priority_recall':
    case 'priority_recall':
      return `已 ${days} 天未到店${rhythm}，需要主动召回`;
    case 'follow_up_visit':
      return `${days === 0 ? '今天' : `${days} 天前`}到店消费，趁热回访体验`;
    case 'relationship_building':
      return `到店 ${facts.visits} 次，值得进一步建立联系`;
  }
}

type Optional = Pick<
  ApiTaskDetail,
  | 'last_visit_date'
  | 'last_spend_amount'
  | 'days_absent'
  | 'spend_trend'
  | 'churn_risk'
  | 'preferences'
  | 'consumption_habits'
  | 'social_preference'
  | 'customer_phone'
  | 'action_suggestions'
  | 'balance'
  | 'customer_id'
>;

function optionalParts(task: Task, customer: Customer, facts: Facts): Required<Optional> {
  return {
    last_visit_date: facts.last_visit_at === null ? '' : dateText(facts.last_visit_at),
    last_spend_amount: facts.last_spend ?? 0,
    days_absent: facts.days_absent ?? 0,
    spend_trend: spendTrend(facts),
    churn_risk: churnRisk(facts),
    preferences: [projectWord(facts), ...(facts.favourite_table === null ? [] : [facts.favourite_table])],
    consumption_habits: habitsOf(facts),
    social_preference: customer.tags.includes('爱带朋友') ? '喜欢带朋友一起来' : '多为独自或两人到店',
    customer_phone: customer.phone,
    action_suggestions: analysisOf(customer, facts).suggestions,
    balance: facts.balance,
    customer_id: String(task.customer_id),
  };
}

function withCompleteness(parts: Required<Optional>, completeness: Completeness): Record<string, unknown> {
  switch (completeness) {
    case 'full':
      return { ...parts };
    case 'nulls':
      return Object.fromEntries(Object.keys(parts).map((name) => [name, null]));
    case 'bare':
      return {};
  }
}

/** ApiTaskDetail; on some tasks optional fields are null or missing. */
export function taskDetail(ctx: Context, task: Task): Record<string, unknown> {
  const customer = customerById(ctx, task.customer_id);
  const facts = factsOf(ctx, task.customer_id);
  const { coach_id, customer_id } = task;
  return {
    ...task.item,
    ...withCompleteness(optionalParts(task, customer, facts), completenessOf(task.task_id)),
    callback_reason: callbackReason(task, facts),
    ...(task.abandon_reason === null ? {} : { abandon_reason: task.abandon_reason }),
    retention_clues: cluesOf(ctx, customer, facts),
    talking_points: talkingPoints(customer, facts),
    service_summary: serviceSummary(ctx, customer_id, coach_id),
    service_records: serviceRecords(ctx, { customer_id, coach_id, limit: RECORDS }),
    ai_analysis: analysisOf(customer, facts),
    notes: notesAround(ctx, task.task_id, customer_id).map((note) => noteView(ctx, note)),
  };
}
