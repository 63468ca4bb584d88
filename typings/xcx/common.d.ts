// xcx: what every reply has in common. Money in yuan, hours in steps of 0.5, percent 0-100. What the published types do not
// list is optional, and marked with a +.

/** What a page shows as `--` where the server has none: null after the edge, null or absent on the wire. */
export type Figure = number | null;

/** A page of a list; `pageSize` is the contract's one camelCase name. */
export interface ApiPaginated<T> {
  items: T[];
  /** Null where the server only says whether there are more. */
  total: Figure;
  page: Figure;
  pageSize: Figure;
  /** + */
  has_more?: boolean;
}

/** Success: `{code: 0, data}`. Error: `{code: <HTTP status>, message}`. */
export interface ApiEnvelope<T> {
  code: number;
  data?: T;
  message?: string;
}
