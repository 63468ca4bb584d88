// I9: what writes or navigates runs once per tap, and what WeChat refuses is said and can be tried again.
import './globals';
import { chosenOf, confirmed, confirmedInTurn, onlyOne } from '../../../miniprogram/compose/bind/dialogs';
import { component } from '../../../miniprogram/compose/bind/component';
import { goBack, openPage, openTab, replacePage, stoodStill } from '../../../miniprogram/compose/bind/go';
import { createFakeTime, settle } from '../../support/fake-time';

interface Asked {
  api: string;
  url: string;
  resolve(result?: unknown): void;
  reject(error: unknown): void;
}
let asked: Asked[] = [];
let toasts: string[] = [];
let stack: { route: string; options: Record<string, string> }[] = [];
let network = { connected: true };
let time = createFakeTime();

beforeEach(() => {
  asked = [];
  toasts = [];
  stack = [{ route: 'pages/backpack/backpack', options: {} }];
  network = { connected: true };
  time = createFakeTime();
  const ask = (api: string) => (options: { url?: string }) =>
    new Promise((resolve, reject) => asked.push({ api, url: options?.url ?? '', resolve, reject }));
  const names = ['navigateTo', 'redirectTo', 'switchTab', 'navigateBack', 'showModal', 'showActionSheet'];
  Reflect.set(globalThis, 'wx', {
    ...Object.fromEntries(names.map((name) => [name, ask(name)])),
    showToast: ({ title }: { title: string }) => {
      toasts.push(title);
      return Promise.resolve();
    },
  });
  Reflect.set(globalThis, 'getCurrentPages', () => stack);
  Reflect.set(globalThis, 'getApp', () => ({ core: { network, platform: { timers: time } } }));
});
afterEach(async () => {
  for (const { resolve } of asked) resolve();
  await settle();
  for (const name of ['wx', 'getCurrentPages', 'getApp']) Reflect.deleteProperty(globalThis, name);
});

const ITEM = '/packages/member/item/item?item_id=9';
const refusal = { errMsg: 'navigateTo:fail timeout' };

describe('I9 pages move one at a time', () => {
  test('I9 two taps open one page', async () => {
    const both = [openPage(ITEM), openPage(ITEM)];
    expect(asked.map(({ api }) => api)).toEqual(['navigateTo']);
    asked[0]?.resolve();
    expect(await Promise.all(both)).toEqual([true, false]);
  });

  test('I9 a tap that comes while another row is opening opens nothing', async () => {
    const first = openPage(ITEM);
    expect(await openTab('/pages/me/me')).toBe(false);
    asked[0]?.resolve();
    await first;
    expect(asked).toHaveLength(1);
  });

  test('I9 what is in front already is not opened above itself', async () => {
    stack.push({ route: 'packages/member/item/item', options: { item_id: '9' } });
    expect(await openPage(ITEM)).toBe(true);
    expect(asked).toEqual([]);
    void openPage(ITEM.replace('=9', '=8'));
    expect(asked).toHaveLength(1);
  });

  test('I9 a package that cannot be fetched is said, and the next tap tries again', async () => {
    network.connected = false;
    const refused = openPage(ITEM);
    asked[0]?.reject(refusal);
    expect(await refused).toBe(false);
    expect(toasts).toEqual(['网络未连接，页面没有打开']);
    network.connected = true;
    const again = openPage(ITEM);
    asked[1]?.resolve();
    expect(await again).toBe(true);
  });

  test('I9 every kind of move says what was refused', async () => {
    for (const move of [openPage, replacePage, openTab, goBack]) {
      const refused = move(ITEM);
      asked[asked.length - 1]?.reject(refusal);
      expect(await refused).toBe(false);
    }
    expect(toasts).toEqual(Array(4).fill('页面没有打开，请再试一次'));
  });

  test('I9 where ten pages are open the next one takes the last one’s place, and says so', async () => {
    stack = Array.from({ length: 10 }, (_, at) => ({ route: `packages/member/p${at}/p${at}`, options: {} }));
    const opened = openPage(ITEM);
    expect(asked.map(({ api, url }) => [api, url])).toEqual([['redirectTo', ITEM]]);
    asked[0]?.resolve();
    expect(await opened).toBe(true);
    expect(toasts).toEqual(['打开的页面较多，已替换上一个页面']);
  });

  test('I9 a move that is never answered stands in the way for 10 s at most', async () => {
    void openPage(ITEM);
    expect(await openPage(ITEM)).toBe(false);
    await time.advance(10_000);
    void openPage(ITEM);
    expect(asked).toHaveLength(2);
  });

  test('I9 what the app itself opens waits for the move under way', async () => {
    const first = openPage(ITEM);
    let is_still = false;
    void stoodStill().then(() => (is_still = true));
    await settle();
    expect(is_still).toBe(false);
    asked[0]?.resolve();
    await first;
    await settle();
    expect(is_still).toBe(true);
  });
});

describe('I9 a chooser opens once', () => {
  test('I9 a second tap asks nothing and is a no', async () => {
    const question = { title: '确认使用？', content: '' };
    const both = [confirmed(question), confirmed(question)];
    expect(await both[1]).toBe(false);
    expect(asked).toHaveLength(1);
    asked[0]?.resolve({ confirm: true });
    expect(await both[0]).toBe(true);
  });

  test('I9 two different choosers do not lie over each other', async () => {
    const first = chosenOf(['复制']);
    expect(await onlyOne(() => Promise.resolve('scan'))).toBeUndefined();
    asked[0]?.reject({ errMsg: 'showActionSheet:fail cancel' });
    expect(await first).toBeNull();
    expect(await onlyOne(() => Promise.resolve('scan'))).toBe('scan');
  });

  test('I9 what the app has to ask of itself waits for its turn', async () => {
    const first = chosenOf(['复制']);
    const later = confirmedInTurn({ title: '有新版本', content: '' });
    await settle();
    expect(asked.map(({ api }) => api)).toEqual(['showActionSheet']);
    asked[0]?.resolve({ tapIndex: 0 });
    expect(await first).toBe(0);
    await settle();
    asked[1]?.resolve({ confirm: true });
    expect(await later).toBe(true);
  });
});

type Methods = Record<string, (...given: unknown[]) => unknown>;

/** The methods as WeChat would get them. */
function registered(methods: Methods): { page: object; call: Methods } {
  let made: Methods = {};
  Reflect.set(globalThis, 'Component', (definition: { methods: Methods }) => (made = definition.methods));
  (component as unknown as (definition: { methods: Methods }) => void)({ methods });
  Reflect.deleteProperty(globalThis, 'Component');
  const page = {};
  return {
    page,
    call: Object.fromEntries(
      Object.entries(made).map(([name, method]) => [name, (...given) => method.apply(page, given)]),
    ),
  };
}

const tap = (timeStamp: number, dataset: object = {}) => ({
  type: 'tap',
  timeStamp,
  currentTarget: { dataset },
});

describe('I9 a method runs once per tap', () => {
  test('I9 the copy of a tap is dropped; the next tap, and one on another row, is not', () => {
    const seen: unknown[] = [];
    const { call } = registered({ onMove: (event) => seen.push(event) });
    call['onMove']?.(tap(1_000));
    call['onMove']?.(tap(1_020));
    expect(seen).toHaveLength(1);
    call['onMove']?.(tap(1_180));
    call['onMove']?.(tap(1_190, { row: '2' }));
    expect(seen).toHaveLength(3);
  });

  test('I9 while what a tap began is under way, the same thing begins nothing; it may fail', async () => {
    const ends: ((error?: unknown) => void)[] = [];
    const { call } = registered({
      onDone: () =>
        new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve(1)))),
    });
    const first = call['onDone']?.(tap(1_000, { task: '1' })) as Promise<unknown>;
    expect(call['onDone']?.(tap(1_900, { task: '1' }))).toBeUndefined();
    expect(call['onDone']?.(tap(2_000, { task: '2' }))).toBeDefined();
    expect(ends).toHaveLength(2);
    ends[0]?.(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    expect(call['onDone']?.(tap(3_000, { task: '1' }))).toBeDefined();
  });

  test('I9 the same for what a component tells its page, by what it tells', () => {
    const { call } = registered({ onDone: () => new Promise(() => undefined) });
    const told = (task_id: string) => ({ type: 'done', timeStamp: 1, detail: { task_id } });
    expect(call['onDone']?.(told('1'))).toBeDefined();
    expect(call['onDone']?.(told('1'))).toBeUndefined();
    expect(call['onDone']?.(told('2'))).toBeDefined();
  });

  test('I9 typing, scrolling and the page’s own hooks are left alone', () => {
    const { call } = registered({
      onText: ({ detail }: { detail: string }) => detail,
      onLoad: (query) => query,
      read: () => 'read',
    } as Methods);
    const typed = { type: 'input', timeStamp: 1, detail: '1' };
    expect([call['onText']?.(typed), call['onText']?.(typed)]).toEqual(['1', '1']);
    expect(call['onLoad']?.({ item_id: '9' })).toEqual({ item_id: '9' });
    expect(call['onLoad']?.(undefined)).toBeUndefined();
    expect([call['read']?.(), call['read']?.()]).toEqual(['read', 'read']);
  });
});
