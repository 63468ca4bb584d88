// Fills the staff backend: one store, its people and a year of its life, the same for the same seed and time.
import { wholeSecond } from '../../clock';
import { createRandom } from '../../db/seed/prng';
import type { Store } from '../../db/store';
import { dayStart } from '../time';
import { seedAccounts } from './accounts';
import { seedChats } from './chats';
import { seedExpenses } from './expenses';
import { seedNotes } from './notes';
import { fillFrom, planFor } from './plan';
import { seedStore } from './store';
import { seedTasks } from './tasks';

/** Runs inside the caller's transaction. @param at ms since 1970; everything lies before it */
export function seedXcx(store: Store, seed: number, at: number): void {
  const now = wholeSecond(at);
  const plan = planFor(seed, dayStart(now));
  seedStore(store);
  seedAccounts(store, now);
  fillFrom(store, plan, now);
  const random = createRandom(seed);
  seedExpenses(store, random, now);
  seedTasks(store, random, now);
  seedNotes(store, random, plan.guests, now);
  seedChats(store, now);
}
