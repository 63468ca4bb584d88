// Who or what is taken when: no coach serves two tables at once, no table holds two parties, no one is in two places.
const HALF_HOUR_MS = 30 * 60_000;
/** More half hours than there are until the year 2200. */
const SLOTS = 2 ** 22;

export const tableSlot = (tableId: number): number => tableId;
export const coachSlot = (coachId: number): number => 1000 + coachId;
export const customerSlot = (customerId: number): number => 10_000 + customerId;

export class Occupancy {
  private readonly taken = new Set<number>();

  /** Takes `who` for these half hours, all or none. @returns whether all were free */
  take(who: number, start: number, halfHours: number): boolean {
    const first = who * SLOTS + Math.floor(start / HALF_HOUR_MS);
    for (let slot = 0; slot < halfHours; slot += 1) if (this.taken.has(first + slot)) return false;
    for (let slot = 0; slot < halfHours; slot += 1) this.taken.add(first + slot);
    return true;
  }
}
