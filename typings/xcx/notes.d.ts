// xcx NOTE-1: notes on a task or a customer.
import type { Open } from '../v4/common';

/** NOTE-1. */
export interface ApiNoteItem {
  id: string;
  content: string;
  tag_type: Open<'customer' | 'coach' | 'system'>;
  tag_label: string;
  created_at: string;
  /** 1-10; stars are half of it. */
  ai_score?: number;
  /** 1-5. */
  rating_service_willingness?: number;
  /** 1-5. */
  rating_revisit_likelihood?: number;
  /** + */
  creator_name?: string;
}
