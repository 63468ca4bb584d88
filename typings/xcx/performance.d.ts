// xcx PERF-1 and PERF-2: a coach's month.

/** PERF-2: one counted service. */
export interface ApiPerfRecord {
  id: string;
  customer_name: string;
  time_range: string;
  hours: number;
  hours_raw?: number;
  course_type: string;
  course_type_class: string;
  location: string;
  income: number;
}

/** PERF-2: the records of one day. */
export interface ApiPerfDateGroup {
  date: string;
  total_hours: number;
  total_income: number;
  records: ApiPerfRecord[];
}

/** PERF-2: a month's records by day. */
export interface ApiPerfRecordsResponse {
  summary: {
    total_count: number;
    total_hours: number;
    total_hours_raw: number;
    total_income: number;
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
  total_hours: number;
  total_income: number;
  total_customers: number;
  income_items: Array<{ label: string; amount: number; icon: string }>;
  this_month_records: Array<{ customer_name: string; hours: number; income: number; date: string }>;
  new_customers: Array<{ name: string; avatar_char: string }>;
  regular_customers: Array<{ name: string; avatar_char: string; visits: number }>;
  tiers?: ApiPerfTier[];
}
