// One customer for their page, with the notes on them; and the services given to them, for theirs.
import type { Failure } from '../../../api/errors';
import { bindSmallList } from '../../../compose/bind/small-list';
import { useCore } from '../../../compose/bind/page';
import type { Bindable, FlatValue } from '../../../compose/bind/page';
import type { Off } from '../../../platform/ports';
import { perPerson } from '../../../stores/person/per-person';
import type { PerPerson } from '../../../stores/person/per-person';
import { createCustomersApi } from '../api/customers';
import { createNotesApi } from '../api/notes';
import { CustomerStore } from '../stores/customer/customer';
import { CustomerRecords } from '../stores/customer/customer-records';
import { customerFields as fieldsOf, customerLists } from '../stores/customer/customer-view';
import type { CustomerRows, ShownCustomer } from '../stores/customer/customer-view';
import { useNotes } from './notes';
import { useRecent } from './recent';

export * from '../stores/customer/customer-records-view';
export { blankCustomerView } from '../format/customer-view';
export { NO_MODULES } from '../stores/customer/customer-view';
export type { CustomerRows } from '../stores/customer/customer-view';

/** The page that shows the customer disposes them. They are read again whenever a note was written or deleted. */
export function showCustomer(id: string): PerPerson<CustomerStore> {
  const { xcx, platform } = useCore();
  return perPerson(xcx, platform, ({ client, clock, onLeave }) => {
    const store = new CustomerStore(id, {
      api: createCustomersApi(client),
      notes: createNotesApi(client),
      clock,
      kept: useRecent()?.customers,
      onForeign: (module) => wx.getRealtimeLogManager().warn('another contract', 'CUST-1', module),
    });
    const notes = useNotes();
    if (notes !== null) onLeave(notes.onChanged(() => void store.notes.read()));
    onLeave(() => store.dispose());
    return store;
  });
}

const shownCustomer = (customer: PerPerson<CustomerStore>): ShownCustomer => ({
  store: () => customer.current,
  notes: useNotes,
  now: () => useCore().xcx.clock.now(),
});

/** What the page binds. */
export const customerFields = (customer: PerPerson<CustomerStore>): Record<string, () => FlatValue> =>
  fieldsOf(shownCustomer(customer));

/** Binds lists of the page under their names. @returns call it in `detached` */
export function bindCustomerRows(
  page: Bindable,
  customer: PerPerson<CustomerStore>,
  names: readonly (keyof CustomerRows)[],
): Off {
  const shown = shownCustomer(customer);
  const stops = names.map((name) =>
    bindSmallList<unknown>(page, name, () => {
      const store = customer.current;
      return store === null ? [] : customerLists[name](store, shown);
    }),
  );
  return () => stops.forEach((stop) => stop());
}

/** What stands in the page's way; null where nothing failed. */
export const customerFailure = (customer: PerPerson<CustomerStore>): Failure | null =>
  customer.current?.failure ?? null;

/** The page that shows them disposes them. */
export function showServices(id: string): PerPerson<CustomerRecords> {
  const { xcx, platform } = useCore();
  return perPerson(
    xcx,
    platform,
    ({ client, clock }) => new CustomerRecords(createCustomersApi(client), clock, id, useRecent()?.services),
  );
}
