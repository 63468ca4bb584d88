// xcx BOARD-1…3: coaches, customers and finance.
import type { Figure } from './common';
import type { Open } from '../v4/common';

/** BOARD-1. */
export interface ApiBoardCoachItem {
  id: string;
  name: string;
  avatar: string;
  level: string;
  level_class: string;
  skills: string[];
  total_hours: Figure;
  total_income: Figure;
  customer_count: Figure;
  satisfaction: Figure;
  task_stats?: { recall: number; callback: number };
  /** + Stored value of the coach's customers, yuan. */
  stored_value?: number;
}

/** BOARD-2. */
export interface ApiBoardCustomerItem {
  id: string;
  name: string;
  avatar: string;
  tags: string[];
  total_spend: Figure;
  visit_count: Figure;
  last_visit: string;
  relation_index: string;
  /** + A walk-in: there is no page of this customer. */
  is_scattered?: boolean;
  /** + Yuan of a usual month. */
  monthly_consume?: number;
  /** + `约0.8个月`; absent where the system did not compute it. */
  available_months?: string;
}

/** BOARD-3. */
export interface ApiBoardFinanceMetric {
  key: string;
  label: string;
  value: Figure;
  unit: string;
  trend?: Open<'up' | 'down' | 'flat'>;
  sub_items?: Array<{ label: string; value: Figure; trend?: Open<'up' | 'down' | 'flat'>; compare?: number }>;
  /** + Percent of change against the span before; absent is not 0. */
  compare?: number;
  /** + The panel of the running system that it stands in. */
  panel?: string;
}

export type ApiCoachSort = 'perf_desc' | 'perf_asc' | 'salary_desc' | 'salary_asc' | 'sv_desc' | 'task_desc';
export type ApiCoachTime = 'month' | 'quarter' | 'last_month' | 'last_3m' | 'last_quarter' | 'last_6m';
export type ApiProject = 'ALL' | 'BILLIARD' | 'SNOOKER' | 'MAHJONG' | 'KTV';
export type ApiCustomerDimension =
  | 'recall'
  | 'potential'
  | 'balance'
  | 'recharge'
  | 'recent'
  | 'spend60'
  | 'freq60'
  | 'loyal';
export type ApiFinanceTime =
  | 'month'
  | 'lastMonth'
  | 'week'
  | 'lastWeek'
  | 'quarter3'
  | 'quarter'
  | 'lastQuarter'
  | 'half6';
export type ApiFinanceArea = 'all' | 'hall' | 'hallA' | 'hallB' | 'hallC' | 'mahjong' | 'tea' | 'vip';
