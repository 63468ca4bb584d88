// Decoders of one customer and of the services given to them (CUST-1, CUST-2).
import type { ApiCustomerDetail, ApiCustomerRecordsResponse } from '../../../../../typings/xcx/customers';
import { flag, id, list, number, record, schemaFor, text } from '../../../../api/schema';
import { figure, rows, words } from '../../../../api/xcx/schema/common';
import { clueSchema, serviceRecordSchema } from './tasks';

export const customerSchema = schemaFor<ApiCustomerDetail>()(
  record(
    {
      id,
      name: text,
      phone: words,
      phone_full: words,
      avatar: words,
      member_level: words,
      relation_index: words,
      tags: rows(text),
      retention_clues: rows(clueSchema),
      consumption_records: rows(
        record(
          { id, date: text, type: words, type_class: words, amount: figure, table: words, duration: figure },
          {},
        ),
      ),
    },
    { total_service_count: number },
  ),
);

export const customerRecordsSchema = schemaFor<ApiCustomerRecordsResponse>()(
  record(
    {
      customer_name: text,
      customer_phone: words,
      relation_index: words,
      tables: rows(record({ id, name: text }, {})),
      records: list(serviceRecordSchema),
      has_more: flag,
    },
    {},
  ),
);
