// xcx CUST-1 and CUST-2: one customer, and the services given to them.
import type { Open } from '../v4/common';
import type { Figure } from './common';
import type { ApiRetentionClue, ApiServiceRecord } from './tasks';

/** + What a coach did during a visit. */
export interface ApiVisitCoach {
  name: string;
  level: string;
  level_color?: string;
  course_type: string;
  hours: Figure;
  /** Counted hours. */
  perf_hours: Figure;
  fee: Figure;
}

/** What a customer spent at once: a visit, a purchase or a recharge. */
export interface ApiConsumptionRecord {
  id: string;
  date: string;
  type: string;
  type_class: Open<'basic' | 'vip' | 'recharge' | 'table' | 'shop'>;
  amount: Figure;
  table: string;
  /** Hours. */
  duration: Figure;
  /** + `HH:mm` */
  start_time?: string;
  end_time?: string;
  /** + What was paid, and what it would have been. */
  table_fee?: number;
  table_orig_price?: number;
  food_amount?: number;
  food_orig_price?: number;
  food_detail?: string;
  total_orig_price?: number;
  pay_method?: string;
  coaches?: ApiVisitCoach[];
}

/** + What a model makes of a customer. */
export interface ApiCustomerInsight {
  summary: string;
  strategies: Array<{ color: string; text: string }>;
}

/** + A note as the customer's page has it. */
export interface ApiCustomerNote {
  id: string;
  tag_label: string;
  created_at: string;
  content: string;
}

/** + What any coach was to do about the customer in the last 60 days. */
export interface ApiCoachTask {
  id: string;
  coach_name: string;
  level: string;
  level_color?: string;
  task_type: string;
  task_type_label: string;
  status: string;
  created_at: string;
}

/** + By relation, the closest first. */
export interface ApiFavoriteCoach {
  id: string;
  name: string;
  level: string;
  level_color?: string;
  relation_index: string;
  service_count?: number;
}

/** CUST-1. */
export interface ApiCustomerDetail {
  id: string;
  /** '' where the source has none. */
  name: string;
  /** Masked; '' where the source has none. */
  phone: string;
  phone_full: string;
  avatar: string;
  member_level: string;
  relation_index: string;
  tags: string[];
  retention_clues: ApiRetentionClue[];
  total_service_count?: number;
  consumption_records: ApiConsumptionRecord[];
  /** + A walk-in. */
  is_scattered?: boolean;
  /** + Stored value in yuan. */
  balance?: number;
  /** + Yuan of the last 60 days. */
  consumption60d?: number;
  /** + */
  days_since_visit?: number;
  ai_insight?: ApiCustomerInsight;
  notes?: ApiCustomerNote[];
  coach_tasks?: ApiCoachTask[];
  favorite_coaches?: ApiFavoriteCoach[];
}

/** CUST-2: a month's services, by table. */
export interface ApiCustomerRecordsResponse {
  customer_name: string;
  customer_phone: string;
  relation_index: string;
  tables: Array<{ id: string; name: string }>;
  records: ApiServiceRecord[];
  has_more: boolean;
  /** + */
  customer_phone_full?: string;
  /** + Of the whole month, whatever page this is. */
  month_count?: number;
  month_hours?: number;
  /** + Of all time. */
  total_service_count?: number;
}
