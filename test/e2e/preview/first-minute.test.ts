// J9: the first minute of somebody new, in the windows that there are: the panel beside the phone, the desk, and the backend's own panel.
import type { Page } from 'playwright-core';
import { signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { until } from '../support/until';
import { accounts, useWorld } from '../support/world';

const WIDE = [
  [1280, 800],
  [1024, 700],
] as const;
const PHONE = { width: 390, height: 844 };

const world = useWorld();
const open: Page[] = [];

/** A window of the person's own, as `npm start` says to open it. */
async function opened(url: string, width: number, height: number, touch = false): Promise<Page> {
  const page = await world.browser.newPage({ viewport: { width, height }, hasTouch: touch });
  page.setDefaultTimeout(20_000);
  open.push(page);
  await page.goto(url);
  return page;
}

async function preview(width: number, height: number, touch = false): Promise<Page> {
  const page = await opened(world.preview.url, width, height, touch);
  await inFront(page, pages.backpack);
  return page;
}

/** Waits until a page of the program is in front and ready. */
async function inFront(page: Page, route: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    if (!('__preview' in globalThis)) return false;
    const top = __preview.pages?.().at(-1);
    return top?.route === wanted && top.ready && __preview.idle?.() === true;
  }, route);
}

/** The document of a page. The phone is drawn smaller than it is, so what is in it is clicked by an event. */
const inside = (page: Page, route: string) => page.frameLocator(`.page[data-route="${route}"] iframe`);

const fieldIn = (page: Page, label: string) =>
  inside(page, pages.signIn).locator(`wx-input[aria-label="${label}"] input`);

afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

describe.each(WIDE)('J9 at %d × %d', (width, height) => {
  test('J9 all of the panel and of the phone is in view, the accounts first', async () => {
    const page = await preview(width, height);
    const panel = page.locator('.panel');
    expect(await panel.locator('h2').first().innerText()).toMatch(/^顾客账号/);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.panel, .panel section, .panel button, .panel a, .screen')].flatMap(
        (element) => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const fits = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
          return fits ? [] : [(element.textContent ?? '').slice(0, 20)];
        },
      ),
    );
    expect(outside).toEqual([]);
    expect(await panel.evaluate((one) => one.scrollHeight - one.clientHeight)).toBe(0);
    expect(await page.locator('.drawer-handle').isVisible()).toBe(false);
  });

  test('J9 a tap on an account fills in who it is, another one more signs in', async () => {
    const page = await preview(width, height);
    await page.locator('.panel').getByText('满的背包', { exact: true }).click();
    await inFront(page, pages.signIn);
    await inside(page, pages.signIn).getByText('同意并登录').dispatchEvent('click');
    await inFront(page, pages.backpack);
    await inside(page, pages.backpack).locator('[aria-label*="可使用"]').first().waitFor();
  });
});

test('J9 where the sign-in page is in front, a tap fills it in and removes nothing', async () => {
  const page = await preview(1280, 800);
  await page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await inside(page, pages.backpack).getByText('手机号登录', { exact: true }).dispatchEvent('click');
  await inFront(page, pages.signIn);
  await page.locator('.panel').getByText('空的背包', { exact: true }).click();
  await until(async () => (await fieldIn(page, '手机号').inputValue()) === '13800000033');
  await until(async () => (await fieldIn(page, '短信验证码').inputValue()) === '123456');
  expect(await page.evaluate(() => localStorage.getItem('kept'))).toBe('yes');
});

test('J9 the panel leads to the desk and to the backend’s own panel', async () => {
  const page = await preview(1280, 800);
  const links = page.locator('.panel a.push');
  expect(await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))).toEqual([
    `${world.backend.url}/desk`,
    `${world.backend.url}/dev`,
  ]);
});

test('J9 in a window like a phone the panel is a drawer', async () => {
  const page = await preview(PHONE.width, PHONE.height, true);
  const panel = page.locator('.panel');
  expect(await panel.isVisible()).toBe(false);
  expect(await page.locator('.screen').boundingBox()).toEqual({ x: 0, y: 0, ...PHONE });
  const handle = page.locator('.drawer-handle');
  await handle.tap();
  await until(async () => ((await panel.boundingBox())?.x ?? PHONE.width) >= 0 && panel.isVisible());
  const small = await panel
    .locator('button, a.push')
    .evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
    );
  expect(small).toEqual([]);
  await page.locator('.drawer-scrim').tap({ position: { x: 20, y: 20 } });
  await until(async () => !(await panel.isVisible()));
  await handle.tap();
  await panel.getByText('满的背包', { exact: true }).tap();
  await inFront(page, pages.signIn);
  await until(async () => (await fieldIn(page, '手机号').inputValue()) === '13800000031');
  await until(async () => !(await panel.isVisible()));
});

test('J9 text is there before its font is', async () => {
  const css = await (await fetch(new URL('/@font/font.css', world.preview.url))).text();
  expect(css).not.toContain('font-display: block');
  expect(css.match(/@font-face/g)?.length).toBe(css.match(/font-display: swap/g)?.length);
});

describe('J9 the desk', () => {
  test('J9 nobody who can be chosen beside the phone is their own agent', async () => {
    const page = await opened(`${world.backend.url}/desk`, 1280, 800);
    await page.locator('#link.up').waitFor();
    await until(async () => (await page.locator('#me').innerText()) === '客服小禾');
  });

  test('J9 at 390 px a conversation is opened, answered and left', async () => {
    const page = await opened(`${world.backend.url}/desk`, PHONE.width, PHONE.height, true);
    await page.locator('#queue li').first().tap();
    await page.locator('.say textarea').waitFor();
    const wraps = await page
      .locator('.head .actions button:visible')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).filter(({ height }) => height > 60),
      );
    expect(wraps).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    const small = await page
      .locator('button:visible')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
      );
    expect(small).toEqual([]);
    await page.locator('.say textarea').fill('马上来');
    await page.locator('.say .primary').tap();
    await page.locator('.lines .agent', { hasText: '马上来' }).waitFor();
    await page.locator('[data-do=back]').tap();
    await page.locator('#queue li').first().waitFor();
    await until(async () => !(await page.locator('#talk').isVisible()));
  });
});

describe('J9 the backend’s own panel', () => {
  test.each([1280, 1024, PHONE.width])(
    'J9 it has a label for each field and fits in %d px',
    async (width) => {
      const page = await opened(`${world.backend.url}/dev`, width, 800);
      await page.locator('#now').filter({ hasText: '服务器时间' }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      const nameless = await page
        .locator('input, select')
        .evaluateAll((all) =>
          all.flatMap((one) =>
            (one as HTMLInputElement).labels?.[0]?.textContent.trim() ? [] : [one.outerHTML],
          ),
        );
      expect(nameless).toEqual([]);
      const buttons = await page.locator('button').allInnerTexts();
      expect(buttons.filter((words) => !/^[\p{Script=Han}]/u.test(words))).toEqual([]);
    },
  );

  test('J9 it says beside the button what it did, and what it did not', async () => {
    const page = await opened(`${world.backend.url}/dev`, 1280, 800);
    const latency = page.locator('form[action=latency]');
    await latency.locator('button').click();
    await latency.locator('output', { hasText: '✓ 已完成' }).waitFor();
    await page.locator('#now').filter({ hasText: '延迟 800 毫秒' }).waitFor();
    const redeem = page.locator('form[action=redeem]');
    await redeem.locator('button').click();
    await redeem.locator('output.wrong', { hasText: '✗ 没有完成：' }).waitFor();
    const off = page.locator('form[action="chat/script"][data-off]');
    await off.locator('button').click();
    await off.locator('output', { hasText: '✓ 已完成' }).waitFor();
  });
});

test('J9 a mouse drags the assets sideways, and no card is opened by it', async () => {
  const device = await world.open({ width: 320, height: 700 });
  await signInQuietly(device, accounts.full);
  const strip = (await device.frame()).locator('wx-scroll-view[aria-label="我的资产"]');
  const box = await strip.boundingBox();
  if (!box) throw new Error('no assets are shown');
  const { mouse } = device.page;
  await mouse.move(box.x + 250, box.y + 30);
  await mouse.down();
  await mouse.move(box.x + 130, box.y + 32, { steps: 6 });
  await until(async () => (await strip.evaluate((one) => one.scrollLeft)) === 120);
  await mouse.up();
  await mouse.move(box.x + 60, box.y + 32, { steps: 3 });
  expect(await strip.evaluate((one) => one.scrollLeft)).toBe(120);
  expect(await device.route()).toBe(pages.backpack);
});

test('J9 the panel’s 字号 enlarges the text of the page in front, and of the next', async () => {
  const page = await preview(1280, 800);
  const sizeOf = (route: string, text: string): Promise<number> =>
    inside(page, route)
      .getByText(text, { exact: true })
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const before = await sizeOf(pages.backpack, '您的券和物品，都在这里');
  await page.locator('.panel').getByText('特大', { exact: true }).click();
  const grows = async (route: string, text: string, size: number): Promise<void> =>
    until(async () => Math.abs((await sizeOf(route, text)) - size) < 0.05);
  await grows(pages.backpack, '您的券和物品，都在这里', before * 1.5);
  await page.evaluate((url) => void globalThis.__host?.navigation.navigateTo(url), `/${pages.signIn}`);
  await inFront(page, pages.signIn);
  const large = await sizeOf(pages.signIn, '手机号登录');
  await page.locator('.panel').getByText('标准', { exact: true }).click();
  await grows(pages.signIn, '手机号登录', large / 1.5);
  await grows(pages.backpack, '您的券和物品，都在这里', before);
});
