// xcx COACH-1 (+): one coach. Not in the published types: the route may be missing, and so may each part.
import type { Figure } from './common';
import type { ApiNoteItem } from './notes';

/** A customer or a walk-in in a coach's lists. */
export interface ApiCoachCustomer {
  /** Absent for a walk-in. */
  customer_id?: string;
  customer_name: string;
  is_scattered?: boolean;
}

export interface ApiTopCustomer extends ApiCoachCustomer {
  relation_index: string;
  visit_count: Figure;
  total_hours: Figure;
  total_income: Figure;
}

export interface ApiCoachRecord extends ApiCoachCustomer {
  date: string;
  course_type: string;
  course_type_class: string;
  table: string;
  hours: Figure;
  hours_raw?: number;
  income: Figure;
}

export interface ApiCoachPageTask {
  id: string;
  customer_name: string;
  task_type: string;
  task_type_label: string;
  deadline: string;
  status: string;
  abandon_reason?: string;
}

/** A month of the last half year. */
export interface ApiCoachMonth {
  /** `YYYY-MM` */
  month: string;
  estimated: boolean;
  customers: Figure;
  hours: Figure;
  salary: Figure;
  callback_done: Figure;
  recall_done: Figure;
}

/** COACH-1. */
export interface ApiCoachDetail {
  id: string;
  name: string;
  avatar: string;
  level: string;
  level_color?: string;
  skills: string[];
  total_hours: Figure;
  total_income: Figure;
  total_customers: Figure;
  /** `11月` */
  month_label: string;
  income: Array<{ label: string; amount: Figure; icon: string; desc?: string }>;
  tier_nodes: number[];
  top_customers: ApiTopCustomer[];
  service_records: ApiCoachRecord[];
  task_groups: {
    visible: ApiCoachPageTask[];
    hidden: ApiCoachPageTask[];
    abandoned: ApiCoachPageTask[];
  };
  notes: ApiNoteItem[];
  history_months: ApiCoachMonth[];
}
