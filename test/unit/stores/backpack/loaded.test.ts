// Pages of a list that changes while it is read make one list: nothing twice, nothing lost.
import * as fc from 'fast-check';
import {
  appended,
  firstPage,
  PAGE_SIZE,
  refreshedFirst,
  withItems,
} from '../../../../miniprogram/stores/backpack/loaded';
import type { Loaded } from '../../../../miniprogram/stores/backpack/loaded';
import type { BackpackReply } from '../../../../typings/v4/backpack';
import { item } from './kit';

const idsOf = ({ items }: Loaded): string[] => items.map(({ item_id }) => item_id);

/** What a server with these items answers for a page. */
function reply(ids: readonly number[], page: number): BackpackReply {
  const items = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((id) => item(id));
  const pagination = {
    page,
    page_size: PAGE_SIZE,
    total: ids.length,
    total_pages: Math.ceil(ids.length / PAGE_SIZE),
  };
  return { items, pagination };
}

/** Reads to the end, while `change` is what happens on the server before each further page. */
function readAll(ids: number[], change: (ids: number[]) => number[]): { loaded: Loaded; server: number[] } {
  let server = ids;
  let loaded = firstPage(reply(server, 1));
  for (let calls = 0; loaded.next_page !== null; calls++) {
    if (calls > 40) throw new Error('reading never ends');
    server = change(server);
    loaded = appended(loaded, reply(server, loaded.next_page), loaded.next_page);
  }
  return { loaded, server };
}

const many = fc.integer({ min: 0, max: 150 }).map((n) => Array.from({ length: n }, (_, i) => 1000 - i));

describe('pages', () => {
  it('make the whole list where nothing changes', () => {
    fc.assert(
      fc.property(many, (ids) => {
        expect(idsOf(readAll(ids, (same) => same).loaded)).toEqual(ids.map(String));
      }),
    );
  });

  it('hold no item twice while new ones arrive at the front', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 9 }), (ids, arriving) => {
        let next = 2000;
        const { loaded } = readAll(ids, (server) =>
          [...Array.from({ length: arriving }, () => next++).reverse(), ...server].slice(0, 400),
        );
        expect(new Set(idsOf(loaded)).size).toBe(loaded.items.length);
        for (const id of ids) expect(idsOf(loaded)).toContain(String(id));
      }),
      { numRuns: 40 },
    );
  });

  it('lose nothing, and keep the order, when items leave while they are read', () => {
    fc.assert(
      fc.property(many, fc.nat(5), fc.integer({ min: 1, max: 19 }), (ids, at_call, leaving) => {
        let call = 0;
        const { loaded, server } = readAll(ids, (present) =>
          call++ === at_call ? present.slice(leaving) : present,
        );
        const kept = new Set(server.map(String));
        expect(idsOf(loaded).filter((id) => kept.has(id))).toEqual(server.map(String));
      }),
    );
  });

  it('keep what follows when the first page is read again', () => {
    const ids = Array.from({ length: 50 }, (_, i) => 1000 - i);
    const { loaded } = readAll(ids, (same) => same);
    const again = refreshedFirst(loaded, reply([1001, ...ids], 1));
    expect(idsOf(again)).toEqual([1001, ...ids].map(String));
    expect(again.next_page).toBe(loaded.next_page);
  });

  it('hold no item that has left the first page by the time that it is read again', () => {
    const ids = Array.from({ length: 50 }, (_, i) => 1000 - i);
    const { loaded } = readAll(ids, (same) => same);
    const left = ids.filter((id) => id !== 1000 && id !== 990);
    expect(idsOf(refreshedFirst(loaded, reply(left, 1)))).toEqual(left.map(String));
  });

  it('are only the first page where it shares no item with the old list', () => {
    const old = firstPage(reply([1, 2, 3], 1));
    const fresh = Array.from({ length: 45 }, (_, i) => 900 - i);
    expect(refreshedFirst(old, reply(fresh, 1))).toEqual(firstPage(reply(fresh, 1)));
  });

  it('end at once where the backend sends no pagination (deployed)', () => {
    expect(firstPage({ items: [item(1)], assets: [] }).next_page).toBeNull();
  });

  it.each([
    [{ current_page: 1, per_page: 20, total_count: 21, total_pages: 2 }, 2],
    [{ current_page: 1, per_page: 20, total_count: 20 }, null],
    [{ page: 1, limit: 20, total: 21, total_pages: null }, 2],
    [{ has_next: false, total_pages: 9 }, null],
  ])('read the pagination %j', (pagination, next_page) => {
    expect(firstPage({ items: [item(1)], pagination }).next_page).toBe(next_page);
  });

  it('take a newer state of an item that they hold, and no item that they do not hold', () => {
    const old = firstPage(reply([2, 1], 1));
    expect(withItems(old, [{ ...item(1), status: 'used' }]).items.map(({ status }) => status)).toEqual([
      'available',
      'used',
    ]);
    expect(withItems(old, [item(9)])).toBe(old);
  });
});
