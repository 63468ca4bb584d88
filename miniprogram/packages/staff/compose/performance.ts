// A coach's month and its records for their pages.
import { useCore } from '../../../compose/bind/page';
import { staffUser } from '../../../stores/person/staff-view';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { createBoardsApi } from '../api/boards';
import { createPerformanceApi } from '../api/performance';
import { useRecent } from './recent';
import type { YearMonth } from '../stores/month';
import { Performance } from '../stores/performance/performance';
import { MonthRecords } from '../stores/performance/records';

export { monthIn } from '../stores/month';
export * from '../stores/performance/performance-view';
export { recordsFailure, recordsFields, rowsOf } from '../stores/performance/records-view';

/** The person works as something else than a coach: the figures that are theirs are the store's (observable). */
export const isOfStore = (): boolean => {
  const { role = '', coach_level = '' } = staffUser(useCore().session) ?? {};
  return role !== '' && role !== 'coach' && coach_level === '';
};

export const staffNow = (): number => useCore().xcx.clock.now();

export { networkTrouble } from '../../../compose/bind/network';

/** A month for the page that shows it; the page disposes it. @param coach_id whose; null for the person's own */
export function showPerformance(coach_id: string | null): PerPerson<Performance> {
  const { xcx, platform } = useCore();
  return perPerson(xcx, platform, ({ client, clock, onLeave }) => {
    const api = createPerformanceApi(client);
    const boards = createBoardsApi(client);
    const parts = { api, boards, clock, may_choose: isOfStore(), recent: useRecent() };
    const performance = new Performance(parts, coach_id);
    onLeave(() => performance.dispose());
    return performance;
  });
}

/** A month's records for the page that shows them; the page disposes them. */
export function showRecords(coach_id: string | null, month: YearMonth | null): PerPerson<MonthRecords> {
  const { xcx, platform } = useCore();
  return perPerson(
    xcx,
    platform,
    ({ client, clock }) =>
      new MonthRecords(createPerformanceApi(client), clock, coach_id, month, useRecent()?.records),
  );
}
