// The services given to a customer, for their page.
import { useCore } from '../../../compose/bind/page';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { createCustomersApi } from '../api/customers';
import { CustomerRecords } from '../stores/customer/customer-records';

export { monthIn } from '../stores/month';
export {
  servicesFailure,
  servicesFields,
  servicesFigures,
  servicesRows,
  servicesTables,
} from '../stores/customer/customer-records-view';

/** The page that shows them disposes them. */
export function showServices(id: string): PerPerson<CustomerRecords> {
  const { xcx, platform } = useCore();
  return perPerson(
    xcx,
    platform,
    ({ client, clock }) => new CustomerRecords(createCustomersApi(client), clock, id),
  );
}
