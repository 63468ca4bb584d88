// G3: whatever stands in a link, what the pages read of it is something that they know, or nothing.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { explainEnded } from '../../miniprogram/api/explain';
import { aboutIn, subjectUrl } from '../../miniprogram/packages/assistant/conversation/subject-url';
import { askedFrom } from '../../miniprogram/packages/assistant/stores/about';
import { boardNamed, filterFrom, queryOf } from '../../miniprogram/packages/staff/stores/boards/filters';
import { monthIn } from '../../miniprogram/packages/staff/stores/month';
import * as routes from '../../miniprogram/routes';
import { LINKS, ODD_VALUES } from '../support/deep-links';

type Query = Record<string, string | undefined>;

const root = path.resolve(__dirname, '../../miniprogram');
interface AppJson {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}
const { pages, subPackages } = JSON.parse(fs.readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson;
const allPages = [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
];

/** What may stand under a name: nothing, what was made up, and anything at all. */
const value = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...ODD_VALUES),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.stringMatching(/^[\w%/?&=.~-]{0,60}$/),
);
const names = [...new Set(Object.values(LINKS).flatMap(({ reads }) => reads))];
const query: fc.Arbitrary<Query> = fc.oneof(
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }),
  // Without a prototype, or with names that an object has of itself.
  fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), value, { noNullPrototype: false }),
);

test('G3 the table of links has every page of the program, and no other', () => {
  expect(Object.keys(LINKS).sort()).toEqual([...allPages].sort());
});

test('G3 each page reads the names that the table says', () => {
  const texts = allPages.map(
    (page) => [page, fs.readFileSync(path.join(root, `${page}.ts`), 'utf8')] as const,
  );
  const reading = texts
    .filter(([, text]) => /\bonLoad\(\w*[qQ]uery|\bonLoad\(\{/.test(text))
    .map(([page]) => page);
  expect(reading.sort()).toEqual(
    Object.keys(LINKS)
      .filter((page) => LINKS[page]?.reads.length)
      .sort(),
  );
});

const READERS = Object.entries(routes).flatMap(([name, read]) =>
  /IdFrom$/.test(name) ? [[name, read as (query: Query) => string | null] as const] : [],
);

test.each(READERS)('G3 %s answers an id or nothing', (_name, read) => {
  fc.assert(
    fc.property(query, (given) => {
      const id = read(given);
      expect(id === null || /^[\w-]{1,64}$/.test(id)).toBe(true);
      if (id !== null) expect(Object.values(given)).toContain(id);
    }),
  );
});

/** What a link may say of the way back: often a page of the program, with anything behind it. */
const way = fc.oneof(
  value,
  fc
    .tuple(fc.constantFrom(...allPages), fc.webQueryParameters())
    .map(([page, more]) => `/${page}${more === '' ? '' : `?${more}`}`),
);

test('G3 the way back is a page of the program, and leads to itself once more', () => {
  fc.assert(
    fc.property(way, (given) => {
      const route = routes.knownRoute(given);
      if (route === null) return;
      expect(allPages).toContain(route.url.slice(1).split('?')[0]);
      expect(routes.knownRoute(route.url)).toEqual(route);
    }),
  );
});

test('G3 boards take what there is to choose, and an address made of it says the same', () => {
  fc.assert(
    fc.property(query, (given) => {
      const board = boardNamed(given['board']) ?? 'coaches';
      const filter = filterFrom(board, given);
      for (const chosen of Object.values(filter)) expect(chosen).toMatch(/^\w{0,24}$/);
      expect(filterFrom(board, queryOf(board, filter))).toEqual(filter);
    }),
  );
});

test('G3 a question is about a page of the program or about nothing, and its head leads nowhere else', () => {
  fc.assert(
    fc.property(
      query,
      fc.constantFrom('task', 'customer', 'coach', 'board', 'general', undefined),
      (given, type) => {
        const about = aboutIn({ ...given, ...(type === undefined ? {} : { context_type: type }) });
        const url = subjectUrl(about);
        if (url !== '') expect(allPages).toContain(url.slice(1).split('?')[0]);
        if (about === null) return;
        expect(about.title?.length ?? 0).toBeLessThanOrEqual(60);
        const { page_context = {} } = askedFrom(about);
        expect(Object.getPrototypeOf(page_context)).toBe(Object.prototype);
        expect(page_context['page_type']).toBe(about.context_type);
      },
    ),
  );
});

test('G3 a month is one, and the reason of an end is in words of ours', () => {
  const reasons = new Set(
    ['expired', 'replaced', 'revoked', 'invalid', 'inactive', undefined].map(explainEnded),
  );
  fc.assert(
    fc.property(value, (given) => {
      const month = monthIn(given);
      if (month !== null) expect(month.month >= 1 && month.month <= 12).toBe(true);
      expect([...reasons, '']).toContain(explainEnded(given));
    }),
  );
});
