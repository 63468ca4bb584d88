// The staff's way in for its pages: signing in, the review, the application.
import { reaction } from 'mobx-miniprogram';
import type { Failure } from '../../../api/errors';
import { useCore } from '../../../compose/bind/page';
import type { FlatValue } from '../../../compose/bind/page';
import { oncePerCore } from '../../../compose/once';
import type { Off } from '../../../platform/ports';
import { failureIn } from '../../../stores/list/progress';
import { perPerson } from '../../../stores/person/per-person';
import { isApproved, staffUser } from '../../../stores/person/staff-view';
import { Apply } from '../stores/apply/apply';
import { applyFields as fieldsOfApply, sentRows as rowsOf } from '../stores/apply/apply-view';
import type { SentRow } from '../stores/apply/apply-view';
import { Entrance } from '../stores/entrance/entrance';
import { entranceFields as fieldsOf, entranceState } from '../stores/entrance/entrance-view';

export { explainEnded } from '../../../api/explain';
export { ROLES } from '../stores/apply/form';

export const useEntrance = oncePerCore(
  ({ session, platform }) => new Entrance({ session, timers: platform.timers }),
);

const applications = oncePerCore((core) =>
  perPerson(core.xcx, core.platform, ({ area }) => new Apply({ session: core.session, area })),
);

/** Null while nobody is signed in. */
export const useApply = (): Apply | null => applications().current;

export const entranceFields = (): Record<string, () => FlatValue> =>
  fieldsOf(useEntrance(), useCore().session);
export const applyFields = (): Record<string, () => FlatValue> => fieldsOfApply(useApply);

/** What stands in the way of reading the review; null where nothing does. */
export const entranceFailure = (): Failure | null => failureIn(useEntrance().asking);

/** The application as it was last sent from this phone. */
export const sentRows = (): SentRow[] => rowsOf(useApply());

/** Whether there is something to apply for (observable). */
export function mayApply(): boolean {
  const status = staffUser(useCore().session)?.status;
  return status === 'new' || status === 'rejected';
}

/** Where somebody goes on from the entrance by themselves: `apply`, `in`, or nowhere, while they read or wait. */
function onward(): 'apply' | 'in' | 'stay' {
  const { session } = useCore();
  const entrance = useEntrance();
  if (entrance.asking.state === 'running') return 'stay';
  if (isApproved(session)) return entrance.welcome ? 'stay' : 'in';
  return entranceState(entrance, session) === 'new' ? 'apply' : 'stay';
}

/** Runs where the person is to be led on, now or later. */
export const watchOnward = (run: (to: 'apply' | 'in') => void): Off =>
  reaction(
    onward,
    (to) => {
      if (to !== 'stay') run(to);
    },
    { fireImmediately: true },
  );

/** Ends the staff's sign-in here; never rejects. */
export const signOutStaff = (): Promise<void> => useCore().session.signOut('staff');
