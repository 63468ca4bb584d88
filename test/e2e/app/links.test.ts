// G3: links that somebody made up. Whatever stands in the query of a page, the page says that the link leads nowhere or is as
// it is without; what the pages read of far more of them is in `unit/deep-links`.
import type { Device } from '../../preview/playwright';
import { LINKS } from '../../support/deep-links';
import { customerState, signInQuietly } from '../support/inside';
import { pages } from '../support/journeys';
import { belongTo, signInAsStaff, staffAccounts, staffPages } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(180_000);

const NOWHERE = /链接无效|没有|看不到|不存在|已经结束/;

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
  for (const [page, { reads, shows = NOWHERE }] of Object.entries(LINKS))
    for (const query of queriesFor(reads)) {
      await relaunch(device, `/${page}?${query}`);
      if (LED_ON.includes(page)) {
        await until(async () => ![page, ''].includes(await device.route()));
        await device.ready();
        expect(Object.keys(LINKS)).toContain(await device.route());
        continue;
      }
      await until(async () => shows.test(await device.text())).catch(async (error: unknown) => {
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
  for (const [page, { reads }] of Object.entries(LINKS)) {
    const [query = ''] = queriesFor(reads).slice(-1);
    await relaunch(device, `/${page}?${query}`);
    await device.see({ text: /登录|入口|申请|页面|链接无效|没有|看不到/ }).catch(async (error: unknown) => {
      throw new Error(`${page}?${query} shows ${await device.text()}`, { cause: error });
    });
    expect([`${page}?${query}`, (await device.problems()).errors]).toEqual([`${page}?${query}`, []]);
  }
  expect(await customerState(device)).toBe('signed_out');
  await expectCalm(device);
});
