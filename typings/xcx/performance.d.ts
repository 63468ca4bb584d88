// xcx PERF-1 and PERF-2: a coach's month.
import type { Figure } from './common';

/** PERF-2: one counted service. */
export interface ApiPerfRecord {
  id: string;
  customer_name: string;
  time_range: string;
  hours: Figure;
  hours_raw?: number;
  course_type: string;
  course_type_class: string;
  location: string;
  income: Figure;
  /** + Absent for a walk-in. */
  customer_id?: string;
  /** + A walk-in: there is no page of this customer. */
  is_scattered?: boolean;
}

/** PERF-2: the records of one day. */
export interface ApiPerfDateGroup {
  date: string;
  total_hours: Figure;
  total_income: Figure;
  records: ApiPerfRecord[];
}

/** PERF-2: a month's records by day. */
export interface ApiPerfRecordsResponse {
  summary: {
    total_count: number;
    total_hours: Figure;
    total_hours_raw: Figure;
    total_income: Figure;
  };
  date_groups: ApiPerfDateGroup[];
  has_more: boolean;
}

/** + A step of the pay scale. */
export interface ApiPerfTier {
  label?: string;
  min_hours?: number;
  rate?: number;
  reached?: boolean;
}

/** + A coach's own share, yuan: of an hour of a basic course, and of an incentive. */
export interface ApiPerfRates {
  basic_rate?: number;
  incentive_rate?: number;
}

/** A customer of the month. */
export interface ApiPerfCustomer {
  name: string;
  avatar_char: string;
  /** + `#42A5F5` */
  avatar_color?: string;
  /** + */
  customer_id?: string;
  /** + A walk-in: there is no page of this customer. */
  is_scattered?: boolean;
}

/** A customer who came more than once in the month. */
export interface ApiPerfRegular extends ApiPerfCustomer {
  visits: Figure;
  /** + */
  hours?: number;
  /** + */
  income?: number;
}

/** PERF-1: the month at a glance. */
export interface ApiPerfOverview {
  total_hours: Figure;
  total_income: Figure;
  total_customers: Figure;
  income_items: Array<{ label: string; amount: Figure; icon: string; desc?: string }>;
  this_month_records: Array<{ customer_name: string; hours: Figure; income: Figure; date: string }>;
  new_customers: ApiPerfCustomer[];
  regular_customers: ApiPerfRegular[];
  /** + */
  tiers?: ApiPerfTier[];
  /** + Hours at which the steps begin, ascending. */
  tier_nodes?: number[];
  /** + */
  current_tier?: ApiPerfRates;
  /** + Absent on the highest step. */
  next_tier?: ApiPerfRates;
  /** + 0 on the highest step. */
  upgrade_hours_needed?: number;
  /** + Yuan won by reaching the next step. */
  upgrade_bonus?: number;
}
