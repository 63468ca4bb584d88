// V4: what every reply has in common. Ids are BIGINT on the wire (string or number there) and strings after the edge.

/** A BIGINT id as text; it may exceed 2^53, so it is never a number. Compare by length, then text. */
export type Id = string;

/** ISO 8601 with zone, or `YYYY-MM-DD HH:mm:ss` meaning Beijing time. */
export type WireTime = string;

/** An enumeration that the server may extend: known members complete in the editor, others survive. */
export type Open<Known extends string> = Known | (string & Record<never, never>);

/** The envelope around every V4 reply (V4 §Envelope). */
export interface Envelope<T> {
  success: boolean;
  /** `SUCCESS`, or what happened; branch on this and the HTTP status. */
  code: string;
  /** Chinese, meant for people. */
  message: string;
  data: T;
  timestamp: WireTime;
  version: string;
  request_id: string;
  /** Present on errors only. */
  httpStatus?: number;
}

/** Paging as the backend answers it: one of two spellings. */
export interface Pagination {
  total?: number;
  page?: number;
  page_size?: number;
  limit?: number;
  total_pages?: number | null;
  current_page?: number;
  per_page?: number;
  total_count?: number;
  has_next?: boolean;
  has_prev?: boolean;
}
