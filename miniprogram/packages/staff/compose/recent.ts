// What the pages of the person who is signed in read lately. It goes with the person.
import type { ApiCustomerDetail } from '../../../../typings/xcx/customers';
import type { ApiPerfOverview } from '../../../../typings/xcx/performance';
import type { ApiTaskDetail } from '../../../../typings/xcx/tasks';
import { oncePerCore } from '../../../compose/once';
import { perPerson } from '../../../stores/person/per-person';
import type { LoadedServices } from '../stores/customer/customer-records';
import type { Known } from '../stores/keyed';
import type { MonthDays } from '../stores/performance/month-days';
import type { LoadedRecords } from '../stores/performance/records';
import { Recent } from '../stores/recent';

const recent = oncePerCore(({ xcx, platform }) =>
  perPerson(xcx, platform, () => ({
    tasks: new Recent<ApiTaskDetail>(),
    customers: new Recent<ApiCustomerDetail>(),
    services: new Recent<LoadedServices>(),
    overviews: new Recent<Known<ApiPerfOverview>>(),
    days: new Recent<Known<MonthDays>>(),
    records: new Recent<LoadedRecords>(),
  })),
);

/** Undefined while nobody is signed in. */
export const useRecent = () => recent().current ?? undefined;
