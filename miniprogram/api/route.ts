// One route of a backend, and how its URL is made.
import { wellFormed } from '../format/unicode';
import type { HttpMethod } from '../platform/ports';

export interface Route {
  method: HttpMethod;
  /** Relative to the backend's base, parameters as `:name`. */
  path: string;
}

export type Params = Record<string, string>;
export type Query = Record<string, string | number | undefined>;

/** For errors and logs: holds no id. */
export const endpointOf = (route: Route) => `${route.method} ${route.path}`;

/** Half a character, which a text may be cut to, cannot be encoded: its replacement is. */
const encoded = (value: string | number): string => encodeURIComponent(wellFormed(String(value)));

/** Fills and encodes the parameters and the query; a query value that is `undefined` is left out. */
export function urlOf(base_url: string, route: Route, params: Params = {}, query: Query = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = params[name];
    if (value === undefined || /^\.{0,2}$/.test(value))
      throw new Error(`${endpointOf(route)} lacks :${name}`);
    return encoded(value);
  });
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encoded(value)}`],
  );
  return base_url + path + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}
