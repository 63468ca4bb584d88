// When each coach, table and customer is busy: no coach serves two tables at once, no table holds two parties, nobody
// is in two places.
const HALF_HOUR_MS = 30 * 60_000;

export const tableSlot = (tableId: number): number => tableId;
export const coachSlot = (coachId: number): number => 1000 + coachId;
export const customerSlot = (customerId: number): number => 10_000 + customerId;

export class Occupancy {
  private readonly taken = new Map<number, Set<number>>();

  /** Takes `who` for these half hours, all or none. @returns whether all were free */
  take(who: number, start: number, halfHours: number): boolean {
    const first = Math.floor(start / HALF_HOUR_MS);
    let slots = this.taken.get(who);
    if (slots === undefined) this.taken.set(who, (slots = new Set()));
    for (let slot = first; slot < first + halfHours; slot += 1) if (slots.has(slot)) return false;
    for (let slot = first; slot < first + halfHours; slot += 1) slots.add(slot);
    return true;
  }
}
