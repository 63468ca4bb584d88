// xcx CUST-1 and CUST-2: one customer, and a month of the services given to them.
import type { ApiCustomerDetail, ApiCustomerRecordsResponse } from '../../../../typings/xcx/customers';
import type { CallOptions, Client } from '../../../api/client';
import { xcxRoutes } from '../../../api/xcx/routes';
import type { Month } from './performance';
import { customerRecordsSchema, customerSchema } from './schema/customers';

/** `page` counts from 1; `table` is an id of the reply's `tables`. */
export interface CustomerRecordsQuery extends Month {
  table?: string;
  page: number;
}

/** Every method rejects with `ApiError`: 403 without the permission, 404 for nobody. */
export interface CustomersApi {
  /** CUST-1. */
  customer(id: string, options?: CallOptions): Promise<ApiCustomerDetail>;
  /** CUST-2. */
  records(
    id: string,
    query: CustomerRecordsQuery,
    options?: CallOptions,
  ): Promise<ApiCustomerRecordsResponse>;
}

/** Binds the customer calls to a client. */
export function createCustomersApi(client: Client): CustomersApi {
  return {
    customer: (id, options) =>
      client.call({ route: xcxRoutes.customer, params: { id }, schema: customerSchema, options }),
    records: (id, query, options) =>
      client.call({
        route: xcxRoutes.customer_records,
        params: { id },
        query: { ...query },
        schema: customerRecordsSchema,
        options,
      }),
  };
}
