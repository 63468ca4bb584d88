// The present month at a glance, for 我的.
import { oncePerCore } from '../../../compose/once';
import type { MonthGlance } from '../../../stores/person/staff-view';
import { perPerson } from '../../../stores/person/per-person';
import { createPerformanceApi } from '../api/performance';
import { Glance } from '../stores/glance/glance';

const glance = oncePerCore((core) =>
  perPerson(core.xcx, core.platform, ({ client, clock }) => new Glance(createPerformanceApi(client), clock)),
);

const NOTHING: MonthGlance = { state: 'unread', label: '', hours: '', income: '', customers: '' };

export const month = (): MonthGlance => glance().current?.view ?? NOTHING;
export const lookAtMonth = (): void => void glance().current?.look();
