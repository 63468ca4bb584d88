import './globals';
import { action, observable } from 'mobx-miniprogram';
import { bindStore, useCore } from '../../../miniprogram/compose/bind/page';
import { settle } from '../../support/fake-time';

/** A component as the framework gives it: setData merges. */
function component() {
  const data: Record<string, unknown> = {};
  let writes = 0;
  return {
    data,
    get writes() {
      return writes;
    },
    setData(patch: Record<string, unknown>) {
      writes += 1;
      Object.assign(data, patch);
    },
  };
}

describe('binding a store to a component', () => {
  const store = observable({ count: 1, name: '甲', unrelated: 0 });
  const set = action((patch: Partial<typeof store>) => Object.assign(store, patch));
  const fields = { count: () => store.count, title: () => `${store.name} ${store.count}` };

  test('the present values are there at once, changes follow, nothing comes after destroy', async () => {
    const page = component();
    const unbind = bindStore(page, fields);
    expect(page.data).toEqual({ count: 1, title: '甲 1' });
    set({ count: 2 });
    await settle();
    expect(page.data).toEqual({ count: 2, title: '甲 2' });
    const { writes } = page;
    set({ unrelated: 1 });
    await settle();
    expect(page.writes).toBe(writes);
    unbind();
    set({ count: 3 });
    await settle();
    expect(page.data).toEqual({ count: 2, title: '甲 2' });
  });

  test('several changes before the next frame are one write', async () => {
    const page = component();
    const unbind = bindStore(page, fields);
    const { writes } = page;
    set({ count: 10 });
    set({ count: 11, name: '乙' });
    await settle();
    expect(page.data).toEqual({ count: 11, title: '乙 11' });
    expect(page.writes - writes).toBeLessThanOrEqual(1);
    unbind();
  });
});

test('a page finds the core at the app', () => {
  const core = { config: {} };
  Reflect.set(globalThis, 'getApp', () => ({ core }));
  expect(useCore()).toBe(core);
  Reflect.deleteProperty(globalThis, 'getApp');
});
