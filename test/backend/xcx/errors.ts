// A refusal of the xcx backend: an HTTP status, repeated as the envelope's code, and a Chinese message for people.

/** Where a value was wrong, for the deployed profile, whose framework tells the field apart from the words. */
export interface Wrong {
  field: string;
  /** The framework's own English words, where it is the framework that checks. */
  standard?: string;
}

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly wrong?: Wrong,
  ) {
    super(message);
  }
}

export const unauthorized = (message: string) => new Refusal(401, message);
export const forbidden = (message: string) => new Refusal(403, message);
export const notFound = (message: string) => new Refusal(404, message);
export const conflict = (message: string) => new Refusal(409, message);
export const invalid = (message: string, field: string, standard?: string) =>
  new Refusal(422, message, { field, ...(standard === undefined ? {} : { standard }) });

/** A route that this backend has not: everybody's, or the profile's. */
export const noRoute = () => notFound('接口不存在');
