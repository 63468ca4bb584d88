// What the main package may ask of this one, once its script is there (`compose/staff` fetches it): nothing runs before.
import type { StaffPackage } from '../../compose/staff';

export const staff: StaffPackage = {
  due: () => 0,
};
