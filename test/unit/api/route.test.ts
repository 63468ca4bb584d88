import fc from 'fast-check';
import { endpointOf, urlOf } from '../../../miniprogram/api/route';
import { v4Routes } from '../../../miniprogram/api/v4/routes';

describe('the URL of a route', () => {
  test('parameters and query come back whole, whatever they hold', () => {
    const route = { method: 'GET', path: '/items/:item_id/timeline' } as const;
    const param = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => value !== '.' && value !== '..');
    fc.assert(
      fc.property(param, fc.string({ unit: 'grapheme' }), fc.nat(), (item_id, q, page) => {
        const url = new URL(urlOf('http://h/api', route, { item_id }, { q, page, none: undefined }));
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual([
          '',
          'api',
          'items',
          item_id,
          'timeline',
        ]);
        expect(Object.fromEntries(url.searchParams)).toEqual({ q, page: String(page) });
      }),
    );
  });

  test('an id never becomes part of the endpoint’s name, and none may be missing', () => {
    const { item } = v4Routes('documented');
    expect(endpointOf(item)).toBe('GET /backpack/items/:item_id');
    expect(() => urlOf('http://h', item)).toThrow('lacks :item_id');
    // Empty, and what would climb out of the path.
    for (const item_id of ['', '.', '..']) {
      expect(() => urlOf('http://h', item, { item_id })).toThrow('lacks :item_id');
    }
  });
});

test('the profiles differ in three routes and no other', () => {
  const [documented, deployed] = [v4Routes('documented'), v4Routes('deployed')];
  const names = Object.keys(documented) as (keyof typeof documented)[];
  const differing = names.filter((name) => endpointOf(documented[name]) !== endpointOf(deployed[name]));
  expect(differing).toEqual(['items', 'refresh_qr', 'send_message']);
});
