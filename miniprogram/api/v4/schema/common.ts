// Decoders that several V4 domains share.
import type { Pagination } from '../../../../typings/v4/common';
import { flag, number, nullable, record, schemaFor } from '../../schema';

export const paginationSchema = schemaFor<Pagination>()(
  record(
    {},
    {
      total: number,
      page: number,
      page_size: number,
      limit: number,
      total_pages: nullable(number),
      current_page: number,
      per_page: number,
      total_count: number,
      has_next: flag,
      has_prev: flag,
    },
  ),
);
