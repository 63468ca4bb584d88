// What the main package may ask of this one, once its script is there (`compose/staff` fetches it): nothing runs before.
import type { StaffPackage } from '../../compose/staff';
import { lookAtMonth, month } from './compose/glance';
import { useTasks } from './compose/tasks';

export const staff: StaffPackage = {
  due: () => useTasks()?.due ?? 0,
  month,
  lookAtMonth,
};
