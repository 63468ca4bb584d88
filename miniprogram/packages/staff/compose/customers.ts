// The list of customers for its page.
import { useCore } from '../../../compose/bind/page';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { createBoardsApi } from '../api/boards';
import { createConfigApi } from '../api/config';
import { Customers } from '../stores/customers/customers';

export { DIMENSIONS } from '../format/customer-row';
export { customerRows, customersFailure, customersFields } from '../stores/customers/customers-view';

/** The page that shows them disposes them. */
export function showCustomers(): PerPerson<Customers> {
  const { xcx, platform } = useCore();
  return perPerson(
    xcx,
    platform,
    ({ client }) => new Customers({ api: createBoardsApi(client), config: createConfigApi(client) }),
  );
}
