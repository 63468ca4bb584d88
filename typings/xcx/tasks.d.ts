// xcx TASK-1 and TASK-2: a coach's tasks, and everything known about one.
import type { Open } from '../v4/common';
import type { ApiPaginated, Figure } from './common';
import type { ApiNoteItem } from './notes';

export type ApiTaskType =
  | 'high_priority_recall'
  | 'priority_recall'
  | 'follow_up_visit'
  | 'relationship_building';
/** `inactive` (+): the system withdrew an open task; it is not shown. */
export type ApiTaskStatus = 'pending' | 'completed' | 'abandoned' | 'inactive';

/** TASK-1: a row of the task list. */
export interface ApiTaskItem {
  id: string;
  customer_name: string;
  customer_avatar: string;
  task_type: Open<ApiTaskType>;
  task_type_label: string;
  /** `YYYY-MM-DD`. */
  deadline: string;
  /** 0-10. */
  heart_score: Figure;
  hobbies: string[];
  is_pinned: boolean;
  has_note: boolean;
  status: Open<ApiTaskStatus>;
  /** + A walk-in: there is no page of this customer. */
  is_scattered?: boolean;
  /** + Days since the last visit. */
  last_visit_days?: number;
  /** + Stored value in yuan; the level shown is derived from it. */
  balance?: number;
  /** + One line of what to do. */
  ai_suggestion?: string;
}

/** + Where a coach stands on the pay scale. */
export interface ApiTierProgress {
  /** Hours at which the steps begin, ascending. */
  tier_nodes?: number[];
  basic_hours?: number;
  bonus_hours?: number;
  /** Position of the step that is reached, from 0. */
  current_tier?: number;
  current_tier_label?: string;
  /** 0 or absent on the highest step. */
  next_tier_hours?: number;
  tier_completed?: boolean;
  /** Yuan won by reaching the next step. */
  bonus_money?: number;
  /** Yuan more or less than the month before had brought by now. */
  income_trend?: number;
  income_trend_dir?: Open<'up' | 'down' | 'flat'>;
  /** `10月` */
  prev_month?: string;
}

/** TASK-1: the month so far. */
export interface ApiMonthBanner extends ApiTierProgress {
  total_hours: Figure;
  total_income: Figure;
  total_customers: Figure;
  month_label: string;
}

/** TASK-1: the list, with the month's performance for its banner. */
export interface ApiTaskListResponse extends ApiPaginated<ApiTaskItem> {
  performance: ApiMonthBanner;
}

/** A clue on how to keep a customer. */
export interface ApiRetentionClue {
  tag: string;
  tag_color: Open<'primary' | 'success' | 'purple' | 'error'>;
  emoji: string;
  text: string;
  source: string;
  desc?: string;
}

/** A service (or recharge) record, in hours and yuan. */
export interface ApiServiceRecord {
  table: string;
  type: string;
  type_class: Open<'basic' | 'vip' | 'tip' | 'recharge' | 'incentive'>;
  record_type?: Open<'course' | 'recharge'>;
  /** Counted hours. */
  duration: Figure;
  /** Hours before deductions; shown only when it differs. */
  duration_raw?: number;
  income: Figure;
  is_estimate?: boolean;
  drinks: string;
  date: string;
}

/** TASK-2: everything about one task. */
export interface ApiTaskDetail extends ApiTaskItem {
  last_visit_date?: string;
  last_spend_amount?: number;
  days_absent?: number;
  spend_trend?: Open<'up' | 'down' | 'flat'>;
  churn_risk?: Open<'high' | 'medium' | 'low'>;
  callback_reason?: string;
  preferences?: string[];
  consumption_habits?: string;
  social_preference?: string;
  retention_clues: ApiRetentionClue[];
  talking_points: string[];
  service_summary: { total_hours: Figure; total_income: Figure; avg_income: Figure };
  service_records: ApiServiceRecord[];
  ai_analysis: { summary: string; suggestions: string[] };
  notes: ApiNoteItem[];
  customer_phone?: string;
  abandon_reason?: string;
  action_suggestions?: string[];
  /** + */
  customer_id?: string;
}

/** Reply to pin and unpin. */
export interface ApiTaskPinResponse {
  is_pinned: boolean;
}

/** Reply to abandon and restore. */
export interface ApiTaskStatusResponse {
  status: Open<ApiTaskStatus>;
}
