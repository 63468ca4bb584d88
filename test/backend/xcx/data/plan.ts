// A year of the store's life, worked out once for a day and kept: filling a store again is then only inserting.
import { createRandom } from '../../db/seed/prng';
import type { Store } from '../../db/store';
import { planCustomers } from './customers';
import type { Guest } from './customers';
import { insertAll } from './rows';
import { planVisits } from './visits';
import type { Ledger } from './visits';

export interface Plan extends Ledger {
  guests: readonly Guest[];
}

interface Kept {
  seed: number;
  today: number;
  plan: Plan;
}

let kept: Kept | undefined;

/** The plan of a seed and a day (its first ms). It reaches to the end of the day. */
export function planFor(seed: number, today: number): Plan {
  if (kept?.seed === seed && kept.today === today) return kept.plan;
  const random = createRandom(seed);
  const guests = planCustomers(random, today);
  const plan = { guests, ...planVisits(random, guests, today) };
  kept = { seed, today, plan };
  return plan;
}

const CUSTOMER = ['customer_id', 'coach_id', 'name', 'phone', 'tags', 'hobbies', 'joined_at'] as const;
const VISIT = [
  ...(['visit_id', 'customer_id', 'table_id', 'started_at', 'ended_at'] as const),
  ...(['table_fee', 'drinks', 'drinks_fee', 'discount', 'paid_by'] as const),
];
const SERVICE = [
  ...(['service_id', 'visit_id', 'coach_id', 'course_class', 'half_hours_raw', 'half_hours'] as const),
  ...(['fee', 'income', 'rating'] as const),
];
const RECHARGE = [
  ...(['recharge_id', 'customer_id', 'coach_id', 'amount', 'bonus', 'commission', 'created_at'] as const),
];

/** Inserts what has happened by `now`. */
export function fillFrom(store: Store, { guests, visits, services, recharges }: Plan, now: number): void {
  const customers = guests.map(({ customer }) => customer);
  insertAll(store, 'xcx_customers', CUSTOMER, customers);
  const past = visits.filter(({ ended_at }) => ended_at <= now);
  const known = new Set(past.map(({ visit_id }) => visit_id));
  insertAll(store, 'xcx_visits', VISIT, past);
  const given = services.filter(({ visit_id }) => known.has(visit_id));
  insertAll(store, 'xcx_services', SERVICE, given);
  const paid = recharges.filter(({ created_at }) => created_at <= now);
  insertAll(store, 'xcx_recharges', RECHARGE, paid);
}
