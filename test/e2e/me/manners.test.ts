// The app's manners, as 我的 has them: how it looks, what it keeps on the phone, the privacy guide; and wrong links.
import type { Device } from '../../preview/playwright';
import { enter } from '../support/inside';
import { fields, go, nextQr, openCode, pages } from '../support/journeys';
import { enterAsStaff, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();

jest.setTimeout(90_000);

const LIGHT = 'rgb(243, 246, 246)';
const DARK = 'rgb(15, 20, 20)';
const BAR = { light: 'rgb(255, 255, 255)', dark: 'rgb(24, 32, 32)' };

/** The grounds of the page on top and of the bar above it. */
async function grounds(device: Device): Promise<string[]> {
  const page = (await device.frame()).locator('.page').first();
  const bar = device.page.locator('header.bars');
  const groundOf = (element: Element): string => getComputedStyle(element).backgroundColor;
  return [await page.evaluate(groundOf), await bar.evaluate(groundOf)];
}

const look = (device: Device, expected: string[]): Promise<void> =>
  until(async () => (await grounds(device)).join() === expected.join());

async function chooseLook(device: Device, name: string): Promise<void> {
  await device.tap({ text: '外观' });
  await device.tap({ css: `[role="dialog"] [role="radio"]:has-text("${name}")` });
  await (await device.find({ css: '[role="dialog"]' })).first().waitFor({ state: 'detached' });
  await device.see({ text: name });
}

test('E6 the theme: what was chosen beats the phone on every page and bar, outlives a restart, and can be left to the phone again', async () => {
  const device = await world.open({ path: pages.me });
  await look(device, [LIGHT, BAR.light]);
  await chooseLook(device, '深色');
  await look(device, [DARK, BAR.dark]);
  await go(device, `/${pages.signIn}`);
  await look(device, [DARK, BAR.dark]);
  await device.page.evaluate(() => globalThis.__host?.navigation.navigateBack());
  await device.ready(pages.me);
  await chooseLook(device, '浅色');
  await look(device, [LIGHT, BAR.light]);
  await device.restart();
  await device.see({ text: '浅色' });
  await device.setTheme('dark');
  await look(device, [LIGHT, BAR.light]);
  await chooseLook(device, '跟随系统');
  await look(device, [DARK, BAR.dark]);
  await device.setTheme('light');
  await look(device, [LIGHT, BAR.light]);
  await expectCalm(device);
});

/** What the phone keeps, by the kind that the keys name. */
async function kept(device: Device): Promise<{ cache: string[]; dump: string }> {
  const storage = await device.storage();
  const cache = Object.keys(storage).filter((key) => /^[^/]+:cache\//.test(key));
  return { cache, dump: JSON.stringify(storage) };
}

test('E6 clearing the cache says its size and what stays: the sign-in, a draft and an open code; content is read anew', async () => {
  const item_id = world.backend.dev.give({ owner_user_id: 31, item_name: '双人下午茶套餐' });
  world.backend.dev.give({ owner_user_id: 31, item_name: '手冲咖啡豆' });
  const device = await enter(world, {}, accounts.full);
  await openCode(device, `${item_id}`);
  await device.tap({ text: '生成券码' });
  await nextQr(device);
  await go(device, `/${pages.conversation}?session_id=2203`);
  await device.type(fields.message, '写了一半的草稿');
  await switchTo(device, pages.backpack);
  await device.see({ text: '手冲咖啡豆' });
  await switchTo(device, pages.me);
  const size = async (): Promise<string> => ((await device.data()) as { cache_text: string }).cache_text;
  await until(async () => /^[1-9]\d* KB$/.test(await size()));
  const before = await kept(device);
  expect(before.cache.length).toBeGreaterThan(0);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(before.dump)?.[0] ?? '';
  expect(code).not.toBe('');

  await device.tap({ text: '清除缓存' });
  await device.see({ shell: /^清除已缓存的内容.*登录状态、草稿和未用完的券码会保留。$/ });
  await device.tap({ shell: '取消' });
  // A late answer may have added to it.
  expect((await kept(device)).cache).toEqual(expect.arrayContaining(before.cache));
  await device.tap({ text: '清除缓存' });
  await device.tap({ shell: '清除' });
  await device.see({ text: '0 KB' });
  const after = await kept(device);
  expect(after.cache).toEqual([]);
  expect(after.dump).toContain('写了一半的草稿');
  expect(after.dump).toContain(code);

  // Nothing is left to show without an answer; with one, all of it is there again, and nobody has to sign in.
  world.backend.dev.drop({ count: 1_000, prefix: '/api/v4/backpack' });
  await device.restart();
  await switchTo(device, pages.backpack);
  await device.see({ text: /^网络连接失败/ });
  expect(await device.text()).not.toContain('手冲咖啡豆');
  world.backend.dev.faults.clear();
  await device.tap({ text: '重试' });
  await device.see({ text: '手冲咖啡豆' });
  await expectCalm(device);
});

test('E6 the privacy guide opens from 我的 for somebody who refused it', async () => {
  const device = await world.open({ path: pages.me });
  await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(false));
  await device.tap({ text: '隐私保护指引' });
  await device.see({ shell: /^《用户隐私保护指引》/ });
  await device.tap({ shell: '知道了' });
  await expectCalm(device);
});

describe('wrong links', () => {
  test.each(['pages/gone/gone', 'packages/member/gone/gone?item_id=7'])(
    'E6 404 %s opens a page that says so and leads home',
    async (path) => {
      const device = await world.open({ path });
      await device.ready(pages.missing);
      expect(await device.pages()).toHaveLength(1);
      await device.see({ text: '没有这个页面' });
      await device.tap({ text: '回到首页' });
      await device.ready(pages.backpack);
      await expectCalm(device);
    },
  );

  test('E6 404 home is the tasks for whoever works here and is no customer', async () => {
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    await device.page.evaluate(() => history.replaceState(null, '', '#/pages/gone/gone'));
    await device.restart();
    await device.ready(pages.missing);
    await device.tap({ text: '回到首页' });
    await device.ready(staffPages.tasks);
    await expectCalm(device);
  });
});
