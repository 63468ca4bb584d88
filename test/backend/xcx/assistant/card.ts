// What a message refers to, as the deployed system keeps it beside the words since May: the customer of its page.
import type { Context } from '../../context';
import { factsOf, memberLevel } from '../customers/facts';
import type { Customer } from '../customers/rows';
import { dateText } from '../time';

export interface ReferenceCard {
  type: 'customer' | 'record';
  title: string;
  summary: string;
  /** Label → what stands beside it. */
  data: Record<string, string>;
}

export function customerCard(ctx: Context, customer: Customer): ReferenceCard {
  const facts = factsOf(ctx, customer.customer_id);
  return {
    type: 'customer',
    title: customer.name,
    summary: `${memberLevel(facts)}，到店 ${facts.visits} 次`,
    data: {
      储值余额: `¥${facts.balance}`,
      最近到店: facts.last_visit_at === null ? '--' : dateText(facts.last_visit_at),
      近60天消费: `¥${facts.spend_60}`,
    },
  };
}
