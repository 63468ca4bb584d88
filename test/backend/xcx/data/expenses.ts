// What the store spends each month: rent, power, goods and the rest.
import type { Random } from '../../db/seed/prng';
import type { Store } from '../../db/store';
import { DAY_MS, HOUR_MS, calendarDay, monthStart } from '../time';
import { insertAll } from './rows';

/** Kind, day of the month, least amount and how much it varies, in yuan. */
const KINDS: readonly (readonly [string, number, number, number])[] = [
  ['房租物业', 1, 38_000, 1],
  ['水电', 6, 6200, 2400],
  ['酒水采购', 3, 4200, 1800],
  ['酒水采购', 17, 3900, 1800],
  ['设备维护', 11, 1200, 2600],
  ['员工工资', 10, 32_000, 3000],
  ['市场推广', 20, 1500, 2500],
];

export function seedExpenses(store: Store, random: Random, now: number): void {
  const { year, month } = calendarDay(now);
  const months = Array.from({ length: 14 }, (_, index) => monthStart(year, month - 13 + index));
  const rows = months
    .flatMap((start) =>
      KINDS.map(([kind, day, least, spread]) => ({
        kind,
        amount: least + random.below(spread),
        spent_at: start + (day - 1) * DAY_MS + 10 * HOUR_MS,
      })),
    )
    .filter(({ spent_at }) => spent_at <= now)
    .map((row, index) => ({ expense_id: index + 1, ...row }));
  insertAll(store, 'xcx_expenses', ['expense_id', 'kind', 'amount', 'spent_at'], rows);
}
