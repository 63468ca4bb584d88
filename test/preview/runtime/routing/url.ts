// Page URLs as WeChat reads them: relative to the current page, query left undecoded.

export interface PageUrl {
  /** Route without leading slash and without `.html`. */
  path: string;
  query: Record<string, string>;
  /** The part after `?`, as written. */
  search: string;
}

/** Joins a path to the folder of `from`; a leading slash starts at the root. `..` beyond the root is dropped. */
export function resolvePath(path: string, from: string): string {
  const parts = path.startsWith('/')
    ? path.split('/')
    : [...from.split('/').slice(0, -1), ...path.split('/')];
  const out: string[] = [];
  for (const part of parts) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return out.join('/');
}

/** @param from route that a relative URL starts at; empty for the root */
export function parsePageUrl(url: string, from = ''): PageUrl {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark + 1);
  return { path: resolvePath(path, from).replace(/\.html$/, ''), query: parseQuery(search), search };
}

/** Values stay as written: `decodeURIComponent` is the page's business, as in WeChat. */
export function parseQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    query[equals < 0 ? pair : pair.slice(0, equals)] = equals < 0 ? '' : pair.slice(equals + 1);
  }
  return query;
}

/** The inverse of `parseQuery`, with a leading `?` unless empty. */
export function formatQuery(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
