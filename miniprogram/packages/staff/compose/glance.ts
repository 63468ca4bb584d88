// The present month at a glance, for 我的.
import { oncePerCore } from '../../../compose/once';
import type { MonthGlance } from '../../../stores/person/staff-view';
import { perPerson } from '../../../stores/person/per-person';
import { createPerformanceApi } from '../api/performance';
import { Glance } from '../stores/glance/glance';

const glance = oncePerCore((core) =>
  perPerson(core.xcx, core.platform, ({ client, clock }) => new Glance(createPerformanceApi(client), clock)),
);

/** Null while nobody is signed in. */
export const month = (): MonthGlance | null => glance().current?.view ?? null;
export const lookAtMonth = (): void => void glance().current?.look();
