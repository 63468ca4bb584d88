// G3: links that somebody made up. Whatever stands in the query of a page, the page says that the link leads nowhere or is as
// it is without; what the pages read of far more of them is in `unit/deep-links`.
import type { Device } from '../../preview/playwright';
import { READ_BY } from '../../support/deep-links';
import { customerState, signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { belongTo, signInAsStaff, staffAccounts, staffPages } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(180_000);

const NOWHERE = /链接无效|没有|看不到|不存在|已经结束/;

/** What stands on a page that has nothing to look for, whatever its query. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  [pages.backpack]: /全部|待使用/,
  [pages.chat]: /咨询/,
  [staffPages.tasks]: /全部/,
  [staffPages.boards]: /按工时/,
  [pages.me]: /退出会员账号/,
  [pages.missing]: /页面/,
  [pages.tickets]: /张服务单/,
  [staffPages.notes]: /备注/,
  [staffPages.performance]: /工时|助教不存在/,
  [staffPages.records]: /工时|记录|助教不存在/,
  [staffPages.customers]: /客户/,
  [staffPages.assistantChats]: /对话/,
  [staffPages.apply]: /申请|姓名|手机号/,
};

/** Who is signed in is led on from there: to the page that `back` names, or to the first one. */
const LED_ON: readonly string[] = [pages.signIn, staffPages.entrance, staffPages.apply];

/** Names that every object has of itself, and what is no query at all. */
const OWN = '__proto__=1&constructor=2&%zz=%&x=%00&=7';
/** What stands under each name that a page reads. */
const VALUES = ['', '%E0%A4%A', '..%2F..%2Fme%2Fme%00', 'constructor', '9'.repeat(400)];

const queriesFor = (names: readonly string[]): string[] =>
  names.length === 0
    ? [OWN]
    : VALUES.map((value) => `${names.map((name) => `${name}=${value}`).join('&')}&${OWN}`);

async function relaunch(device: Device, url: string): Promise<void> {
  await device.page.evaluate(
    (address) => globalThis.__host?.navigation.reLaunch(address).then(() => undefined),
    url,
  );
  await device.ready().catch(async (error: unknown) => {
    throw new Error(`${url} is not there: ${JSON.stringify(await device.pages())}`, { cause: error });
  });
}

test('G3 each page, opened by addresses that somebody made up, says that they lead nowhere or is as without', async () => {
  const device = await world.open({ path: pages.me });
  await signInQuietly(device, accounts.full);
  await signInAsStaff(device, staffAccounts.both);
  for (const [page, names] of Object.entries(READ_BY))
    for (const query of queriesFor(names)) {
      await relaunch(device, `/${page}?${query}`);
      if (LED_ON.includes(page)) {
        await until(async () => ![page, ''].includes(await device.route()));
        await device.ready();
        expect(Object.keys(READ_BY)).toContain(await device.route());
        continue;
      }
      const words = PLAIN[page] ?? NOWHERE;
      await until(async () => words.test(await device.text())).catch(async (error: unknown) => {
        throw new Error(`${page}?${query} shows ${JSON.stringify(await device.text())}`, { cause: error });
      });
      expect(await device.route()).toBe(page);
      // Here, so that it is known which address it was.
      expect([`${page}?${query}`, (await device.problems()).errors]).toEqual([`${page}?${query}`, []]);
    }
  await expectCalm(device);
});

test('G3 signed out, none of them leads past the sign-in, and none fails', async () => {
  const device = await world.open({ path: pages.me });
  // Whom the store does not know: WeChat itself says who it is, and that is no sign-in.
  await belongTo(device, 'somebody-new');
  for (const [page, names] of Object.entries(READ_BY)) {
    const [query = ''] = queriesFor(names).slice(-1);
    await relaunch(device, `/${page}?${query}`);
    await device.see({ text: /登录|入口|申请|页面|链接无效|没有|看不到/ }).catch(async (error: unknown) => {
      throw new Error(`${page}?${query} shows ${await device.text()}`, { cause: error });
    });
    expect([`${page}?${query}`, (await device.problems()).errors]).toEqual([`${page}?${query}`, []]);
  }
  expect(await customerState(device)).toBe('signed_out');
  await expectCalm(device);
});
