// What a tab shows before anything of the program runs: what it showed last, as long as the person it belongs to is signed in.
import type { Device } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { signInAsStaff, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(90_000);

const ITEM = '生日礼遇八折券';
const NICKNAME = '林小满';
const WELCOME = '您的券和物品，都在这里';

declare global {
  // The texts that stood on the page while nothing of the program had run.
  var early: Set<string> | undefined;
}

/** What is kept of a page, as the preview does. */
const keptOf = (device: Device, route: string): Promise<string> =>
  device.page.evaluate((key) => localStorage.getItem(`preview-rendering:${key}`) ?? '', route);

/** Looks with each frame: a browser that draws none at times has no idle moment for seconds either. */
async function untilKept(device: Device, route: string, text: string): Promise<void> {
  await device.page.waitForFunction(
    ([key, wanted]) => localStorage.getItem(`preview-rendering:${key}`)?.includes(wanted) === true,
    [route, text] as const,
  );
}

/** From the next start on. */
async function watchEarly(device: Device): Promise<void> {
  await device.addInitScript(() => {
    if (window !== window.top) return;
    const seen = (globalThis.early = new Set<string>());
    const look = (): void => {
      const ran = '__preview' in globalThis && __preview.loaded().executed.length > 0;
      const page = [...document.querySelectorAll('iframe')].at(-1)?.contentDocument;
      if (ran) return;
      seen.add(page?.body?.innerText ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Starts the app again on a tab. @returns what a person read before anything of it ran */
async function readEarly(device: Device, route: string): Promise<string> {
  await device.page.evaluate((to) => (location.hash = `#/${to}`), route);
  await device.restart();
  await device.ready(route);
  return device.page.evaluate(() => [...(globalThis.early ?? [])].join('\n'));
}

async function signOut(device: Device): Promise<void> {
  await device.tap({ text: '退出会员账号' });
  await device.tap({ shell: '退出' });
}

test('H6 a person who comes back reads their items and their name before anything of the program runs', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await untilKept(device, pages.backpack, ITEM);
  await switchTo(device, pages.me);
  await untilKept(device, pages.me, NICKNAME);
  await watchEarly(device);
  expect(await readEarly(device, pages.backpack)).toContain(ITEM);
  await device.see({ text: ITEM });
  expect(await readEarly(device, pages.me)).toContain(NICKNAME);
  // Numbers are not kept for it; the digits of a digest, or of a session of the preview, are none.
  for (const route of [pages.backpack, pages.me])
    expect((await keptOf(device, route)).replace(/[\da-f-]{30,}/g, '')).not.toMatch(/\d{11}/);
  await expectCalm(device);
});

/** What stands on a tab whose body lies in a package, and nowhere else. */
const LATE = {
  [pages.chat]: '会话已关闭',
  [staffPages.tasks]: '朱子衿',
  [staffPages.boards]: '宁远',
};

/** Where each text of the page on top stands. */
async function places(device: Device): Promise<Record<string, string>> {
  const frame = await device.frame();
  return frame.evaluate(() => {
    const found: Record<string, string> = {};
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, top, width } = range.getBoundingClientRect();
      const words = text.textContent?.trim() ?? '';
      if (words !== '' && width > 0 && top < innerHeight)
        found[words] ??= `${left.toFixed(0)},${top.toFixed(0)}`;
    }
    return found;
  });
}

/** Shows what the tab would show at its next start in place of its body. */
async function showFirst(device: Device): Promise<void> {
  await device.page.evaluate(() => {
    interface Tab {
      route: string;
      setData(data: Record<string, unknown>): void;
    }
    const open = globalThis.__preview.host.scope()['getCurrentPages'] as () => Tab[];
    const page = open().at(-1);
    const name = page?.route.split('/').at(-1) ?? '';
    const stored = Object.entries(__preview.storage?.() ?? {}).find(([key]) =>
      key.endsWith(`cache/${name}.first`),
    );
    const { d: first } = JSON.parse(String(stored?.[1])) as { d: unknown };
    page?.setData({ body: 'loading', first });
  });
  await device.still();
}

describe.each([
  ['customer', [pages.chat]],
  ['staff', [staffPages.tasks, staffPages.boards]],
] as const)('tabs of a %s whose body lies in a package', (who, routes) => {
  const enter = async (): Promise<Device> => {
    const device = await world.open();
    if (who === 'customer') await signInQuietly(device, accounts.full);
    else await signInAsStaff(device, staffAccounts.coach);
    return device;
  };
  const seeAll = async (device: Device): Promise<void> => {
    for (const route of routes) {
      await switchTo(device, route);
      await untilKept(device, route, LATE[route] ?? '');
    }
  };

  test('G2 show what they showed last before anything of the program runs, each word in its place', async () => {
    const device = await enter();
    for (const route of routes) {
      await switchTo(device, route);
      await untilKept(device, route, LATE[route] ?? '');
      const wide = await places(device);
      await device.resize(320, 844);
      const narrow = await places(device);
      expect(Object.keys(narrow).length).toBeGreaterThan(9);
      await showFirst(device);
      expect(await places(device)).toEqual(narrow);
      await device.resize(390, 844);
      expect(await places(device)).toEqual(wide);
    }
    await watchEarly(device);
    for (const route of routes) {
      expect(await readEarly(device, route)).toContain(LATE[route]);
      await device.see({ text: new RegExp(`^${LATE[route] ?? ''}`) });
    }
    await expectCalm(device);
  });

  test('A9 forget it when the person leaves, also where they were not opened in this run', async () => {
    const device = await enter();
    await seeAll(device);
    await switchTo(device, pages.me);
    await watchEarly(device);
    await readEarly(device, pages.me);
    await device.tap({ text: who === 'customer' ? '退出会员账号' : '退出员工身份' });
    await device.tap({ shell: '退出' });
    await device.ready(who === 'customer' ? pages.backpack : pages.me);
    for (const route of routes) {
      await untilKept(device, route, '登录后');
      expect(await keptOf(device, route)).not.toContain(LATE[route]);
      expect(JSON.stringify(await device.storage())).not.toContain(LATE[route]);
    }
    expect((await device.pages()).at(-1)?.route).toBe(who === 'customer' ? pages.backpack : pages.me);
    await expectCalm(device);
  });
});

test('A9 signed out, a start shows nothing of the person, on any tab', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await untilKept(device, pages.backpack, ITEM);
  await switchTo(device, pages.me);
  await untilKept(device, pages.me, NICKNAME);
  await signOut(device);
  await device.see({ text: '登录 / 注册' });
  for (const route of [pages.backpack, pages.me]) {
    const kept = await keptOf(device, route);
    for (const trace of [ITEM, NICKNAME]) expect(kept).not.toContain(trace);
  }
  await untilKept(device, pages.backpack, WELCOME);
  await watchEarly(device);
  expect(await readEarly(device, pages.backpack)).toContain(WELCOME);
  expect(await readEarly(device, pages.me)).not.toContain(NICKNAME);
});

test('A9 who signs out in a run that never opened the backpack is led there, so that it forgets', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await untilKept(device, pages.backpack, ITEM);
  await switchTo(device, pages.me);
  await watchEarly(device);
  await readEarly(device, pages.me);
  await device.see({ text: NICKNAME });
  await signOut(device);
  await device.ready(pages.backpack);
  await untilKept(device, pages.backpack, WELCOME);
  expect(await keptOf(device, pages.backpack)).not.toContain(ITEM);
});

test('A9 a member of staff who signs out as customer keeps nothing of the customer there', async () => {
  const device = await world.open();
  await signInQuietly(device, accounts.full);
  await signInAsStaff(device, staffAccounts.both);
  await untilKept(device, pages.backpack, ITEM);
  await switchTo(device, pages.me);
  await untilKept(device, pages.me, NICKNAME);
  await signOut(device);
  await until(async () => !(await keptOf(device, pages.me)).includes('会员账号'));
  expect(await keptOf(device, pages.backpack)).not.toContain(ITEM);
  await expectCalm(device);
});
