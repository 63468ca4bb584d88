// The staff's package: its script is fetched after the first paint of an approved staff member, or when its tab is opened.
import { isApproved } from '../stores/person/staff-view';
import { useCore } from './bind/page';
import { latePackage } from './late';

/** What `packages/staff/entry` offers to the main package. */
export interface StaffPackage {
  /** Tasks that are due today or overdue (observable). */
  due(): number;
}

const fetchStaff = async (): Promise<StaffPackage> => {
  const { staff } = (await require.async('../packages/staff/entry')) as { staff: StaffPackage };
  return staff;
};

export const { use: useStaff, prepare: prepareStaff } = latePackage(fetchStaff, ({ session }) =>
  isApproved(session),
);

/** Whether an approved staff member is signed in (observable). */
export const isStaff = (): boolean => isApproved(useCore().session);
