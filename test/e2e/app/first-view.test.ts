// What a tab shows before anything of the program runs: what it showed last, as long as the person it belongs to is signed in.
import type { Device } from '../../preview/playwright';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { signInAsStaff, staffAccounts, switchTo } from '../support/staff';
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

const untilKept = (device: Device, route: string, text: string): Promise<void> =>
  until(async () => (await keptOf(device, route)).includes(text));

/** From the next start on. */
async function watchEarly(device: Device): Promise<void> {
  await device.page.addInitScript(() => {
    if (window !== window.top) return;
    const seen = (globalThis.early = new Set<string>());
    const look = (): void => {
      const ran = '__preview' in globalThis && __preview.loaded().executed.length > 0;
      const page = [...document.querySelectorAll('iframe')].at(-1)?.contentDocument;
      if (!ran) seen.add(page?.body?.innerText ?? '');
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
