// Which page comes next, in each spelling of both backends.
import fc from 'fast-check';
import {
  factsOfMore,
  factsOfPage,
  factsOfPagination,
  factsOfRows,
  nextPage,
} from '../../../miniprogram/api/paging';

const asked = { page: 2, page_size: 20 };

test('every spelling says the same', () => {
  const said = { page: 2, page_size: 20, total: 41, total_pages: 3 };
  expect(factsOfPagination({ page: 2, page_size: 20, total: 41, total_pages: 3 })).toEqual(said);
  expect(factsOfPagination({ page: 2, limit: 20, total: 41, total_pages: 3 })).toEqual(said);
  expect(factsOfPagination({ current_page: 2, per_page: 20, total_count: 41, total_pages: 3 })).toEqual(said);
  expect(factsOfRows({ page: 2, page_size: 20, count: 41 })).toEqual({ page: 2, page_size: 20, total: 41 });
  expect(factsOfPage({ page: 2, pageSize: 20, total: 41 })).toEqual({ page: 2, page_size: 20, total: 41 });
  expect(factsOfMore({ has_more: true })).toEqual({ more: true });
  expect(factsOfPagination(undefined)).toEqual({});
  expect(factsOfPagination({ total_pages: null })).toEqual({});
});

test.each([
  [{ more: true }, 3, 3],
  [{ more: false, total: 999 }, 20, null],
  [{ total_pages: 3 }, 20, 3],
  [{ total_pages: 2 }, 20, null],
  [{ total: 41 }, 20, 3],
  [{ total: 40 }, 20, null],
  [{ total: 25, page_size: 10 }, 10, 3],
  [{ total: 41, page_size: 0 }, 20, 3],
  [{}, 20, 3],
  [{}, 19, null],
  [{ more: true, total: 999 }, 0, null],
])('%j after %i rows: next %s', (said, received, next) => {
  expect(nextPage(said, asked, received)).toBe(next);
});

test('whatever a backend claims, reading page after page of a list ends', () => {
  const facts = fc.record(
    { more: fc.boolean(), total: fc.integer(), total_pages: fc.integer(), page_size: fc.integer() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(facts, fc.nat({ max: 200 }), (said, rows) => {
      let page: number | null = 1;
      for (let reads = 0; page !== null; reads += 1) {
        expect(reads).toBeLessThan(15);
        const received = Math.max(0, Math.min(20, rows - (page - 1) * 20));
        page = nextPage(said, { page, page_size: 20 }, received);
      }
    }),
  );
});
