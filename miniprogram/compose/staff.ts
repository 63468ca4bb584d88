// The staff's package: its script is fetched after the first paint of an approved staff member, or when its tab is opened.
import { StaffReview } from '../stores/person/staff-review';
import { isApproved } from '../stores/person/staff-view';
import type { MonthGlance } from '../stores/person/staff-view';
import { useCore } from './bind/page';
import { latePackage } from './late';
import { oncePerCore } from './once';

/** What `packages/staff/entry` offers to the main package. */
export interface StaffPackage {
  /** Tasks that are due today or overdue (observable). */
  due(): number;
  /** The present month's figures; null while nobody is signed in (observable). */
  month(): MonthGlance | null;
  /** Reads them, where they were not read within the last minute. */
  lookAtMonth(): void;
}

const fetchStaff = async (): Promise<StaffPackage> => {
  const { staff } = (await require.async('../packages/staff/entry')) as { staff: StaffPackage };
  return staff;
};

export const { use: useStaff, prepare: prepareStaff } = latePackage(fetchStaff, ({ session }) =>
  isApproved(session),
);

const review = oncePerCore(({ session, platform }) => new StaffReview(session, platform.clock));

/** Call it when a tab is shown: reads whether the staff member has been approved or stopped meanwhile. */
export const lookAtReview = (): Promise<void> => review().look();

/** Whether an approved staff member is signed in (observable). */
export const isStaff = (): boolean => isApproved(useCore().session);
