// Fills the staff backend: one store, its people and a year of its life, the same for the same seed and time.
import { wholeSecond } from '../../clock';
import { createRandom } from '../../db/seed/prng';
import type { Store } from '../../db/store';
import { seedAccounts } from './accounts';
import { seedCustomers } from './customers';
import { seedExpenses } from './expenses';
import { seedNotes } from './notes';
import { seedStore } from './store';
import { seedTasks } from './tasks';
import { seedVisits } from './visits';

/** Runs inside the caller's transaction. @param at ms since 1970; everything lies before it */
export function seedXcx(store: Store, seed: number, at: number): void {
  const now = wholeSecond(at);
  const random = createRandom(seed);
  seedStore(store);
  seedAccounts(store, now);
  const guests = seedCustomers(store, random, now);
  seedVisits(store, random, guests, now);
  seedExpenses(store, random, now);
  seedTasks(store, random, now);
  seedNotes(store, random, guests, now);
}
