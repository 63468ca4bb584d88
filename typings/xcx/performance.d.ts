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

/** A step of the pay scale (known from the real system, not in the seed). */
export interface ApiPerfTier {
  label?: string;
  min_hours?: number;
  rate?: number;
  reached?: boolean;
}

/** PERF-1: the month at a glance. */
export interface ApiPerfOverview {
  total_hours: Figure;
  total_income: Figure;
  total_customers: Figure;
  income_items: Array<{ label: string; amount: Figure; icon: string }>;
  this_month_records: Array<{ customer_name: string; hours: Figure; income: Figure; date: string }>;
  new_customers: Array<{ name: string; avatar_char: string }>;
  regular_customers: Array<{ name: string; avatar_char: string; visits: Figure }>;
  tiers?: ApiPerfTier[];
}
