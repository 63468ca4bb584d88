// xcx CUST-1 and CUST-2: one customer, and the services given to them.
import type { Figure } from './common';
import type { ApiRetentionClue, ApiServiceRecord } from './tasks';

/** CUST-1. */
export interface ApiCustomerDetail {
  id: string;
  name: string;
  /** Masked. */
  phone: string;
  phone_full: string;
  avatar: string;
  member_level: string;
  relation_index: string;
  tags: string[];
  retention_clues: ApiRetentionClue[];
  total_service_count?: number;
  consumption_records: Array<{
    id: string;
    date: string;
    type: string;
    type_class: string;
    amount: Figure;
    table: string;
    duration: Figure;
  }>;
}

/** CUST-2: a month's services, by table. */
export interface ApiCustomerRecordsResponse {
  customer_name: string;
  customer_phone: string;
  relation_index: string;
  tables: Array<{ id: string; name: string }>;
  records: ApiServiceRecord[];
  has_more: boolean;
}
