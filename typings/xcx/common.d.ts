// xcx: what every reply has in common. Money in yuan, hours in steps of 0.5, percent 0-100.

/** What a page shows as `--` where the server has none: null after the edge, null or absent on the wire. */
export type Figure = number | null;

/** A page of a list; `pageSize` is the contract's one camelCase name. */
export interface ApiPaginated<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

/** Success: `{code: 0, data}`. Error: `{code: <HTTP status>, message}`. */
export interface ApiEnvelope<T> {
  code: number;
  data?: T;
  message?: string;
}
