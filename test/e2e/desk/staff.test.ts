// B5: what else is done at the desk: a code taken at the counter, and staff who apply.
import type { Browser, Page } from 'playwright-core';
import { standingBrowser } from '../stand';
import { startStaff } from '../../contract/backend/xcx/client';
import type { StaffClient } from '../../contract/backend/xcx/client';
import { at, openDesk, textAt } from '../support/desk-page';
import type { DeskPage } from '../support/desk-page';

let browser: Browser;
let client: StaffClient;
let desk: DeskPage;
let page: Page;

beforeAll(async () => {
  browser = await standingBrowser();
  client = await startStaff({ profile: 'documented' });
}, 60_000);
beforeEach(async () => {
  client.backend.dev.reset();
  desk = await openDesk(browser, client.backend.url, 900);
  page = desk.page;
});
afterEach(() => page.close());
afterAll(async () => {
  await client.backend.close();
});

/** Redeems what is typed, as the person behind the counter does. */
async function redeem(shown: string): Promise<void> {
  await page.locator('#redeem [name=shown]').fill(shown);
  await page.locator('#redeem .primary').click();
}

test.each(['code', 'qr'] as const)('B5 the counter takes a %s once, and says why not twice', async (form) => {
  const { access: token } = await client.login('13800000033');
  const item_id = client.backend.dev.give({ owner_user_id: 33, item_name: '热饮券', item_type: 'voucher' });
  const { json } = await client.call('POST', `/api/v4/backpack/items/${item_id}/redeem`, { token });
  const shown = form === 'qr' ? textAt(json, 'data', 'qr', 'qr_content') : textAt(json, 'data', 'code');
  await page.locator('[data-tab=counter]').click();
  await redeem(shown);
  await page.locator('#redeemed li', { hasText: '热饮券' }).waitFor();
  const item = await client.call('GET', `/api/v4/backpack/items/${item_id}`, { token });
  expect(at(item.json, 'data', 'status')).toBe('used');
  expect(desk.problems).toEqual([]);

  await redeem(shown);
  await page.locator('#redeem output:not(:empty)').waitFor();
  expect(await page.locator('#redeemed li').count()).toBe(1);
});

/** Applies by the API; answers with the applicant's token. */
async function apply(openid: string, nickname: string): Promise<string> {
  const token = await client.enter(openid);
  const application = { site_code: 'SZ001', applied_role_text: '助教', phone: '13800000077', nickname };
  const reply = await client.staff('POST', '/apply', token, application);
  expect(at(reply.json, 'data', 'status')).toBe('pending');
  return token;
}

test('B5 an application appears at the open desk; approved there, the person is staff', async () => {
  await page.locator('[data-tab=staff]').click();
  const token = await apply('someone-new', '温如言');
  const row = page.locator('#applications li', { hasText: '温如言' });
  await row.locator('.primary').click();
  await row.waitFor({ state: 'detached' });
  expect(await client.get('/me', token)).toMatchObject({ status: 'approved' });
  expect((await client.staff('GET', '/tasks?page=1&pageSize=10', token)).status).toBe(200);
  expect(desk.problems).toEqual([]);
});

test('B5 a refusal asks for the reason and hands it on; thinking better of it changes nothing', async () => {
  const token = await apply('someone-else', '沈亦舟');
  await page.locator('[data-tab=staff]').click();
  const row = page.locator('#applications li', { hasText: '沈亦舟' });
  await row.locator('.danger').click();
  await page.locator('dialog [type=button]').click();
  expect(await client.get('/me', token)).toMatchObject({ status: 'pending' });

  await row.locator('.danger').click();
  await page.locator('dialog input').fill('门店编号不符');
  await page.locator('dialog .danger').click();
  await row.waitFor({ state: 'detached' });
  expect(await client.get('/me', token)).toMatchObject({ status: 'rejected', reject_reason: '门店编号不符' });
  expect(desk.problems).toEqual([]);
});
