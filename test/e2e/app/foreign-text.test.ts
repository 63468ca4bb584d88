// G3: whatever people and servers write is text, wherever it shows: in the program, at the desk and at the backend's panel.
import type { Device } from '../../preview/playwright';
import { FOREIGN, seenOf } from '../../support/foreign-texts';
import { agentSays } from '../support/agent';
import { openDesk } from '../support/desk-page';
import { countDialogs, plant, traces } from '../support/foreign';
import { signInQuietly } from '../support/inside';
import { go, openCode, openItem, pages } from '../support/journeys';
import { answering, asked, untilTail } from '../support/scenes-assistant';
import { seeDeck } from '../support/scenes-boards';
import { customerOf } from '../support/scenes-customers';
import { taskOf } from '../support/scenes-task';
import { signInAsStaff, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { accounts, expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(180_000);

/** Something of any of them. */
const PLANTED = /xss|7\*191|__proto__|x\(x"onerror/;

/** What was seen of the texts so far, on all pages. */
let seen = '';
beforeEach(() => void (seen = ''));

/** The page says what it has to say, and nothing of it is more than text. */
async function look(device: Device): Promise<void> {
  // Else it would be another state of the page that was looked at.
  const says = async (): Promise<boolean> => {
    const text = await device.text();
    return PLANTED.test(text) && !/正在读取|正在登录/.test(text);
  };
  await until(says).catch(async (error: unknown) => {
    throw new Error(`${await device.route()} shows ${await device.text()}`, { cause: error });
  });
  const text = await device.text();
  seen += seenOf(text);
  expect([await device.route(), await traces(device.page)]).toEqual([await device.route(), []]);
  expect((await device.problems()).errors).toEqual([]);
}

async function visit(device: Device, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    await go(device, url);
    await look(device);
  }
}

const missed = (): string[] => FOREIGN.filter((text) => !seen.includes(seenOf(text)));

test('G3 texts of the customers’ backend are text on each of its pages', async () => {
  const { db } = world.backend;
  const item_id = String(
    db.one("SELECT item_id FROM items WHERE owner_user_id = 31 AND status = 'available' ORDER BY item_id")[
      'item_id'
    ],
  );
  plant(world);
  const device = await world.open();
  const dialogs = countDialogs(device.page);
  await signInQuietly(device, accounts.full);
  await look(device);
  await openItem(device, item_id);
  await look(device);
  await openCode(device, item_id);
  await look(device);
  await switchTo(device, pages.chat);
  await look(device);
  await go(device, `/${pages.conversation}?session_id=2203`);
  await look(device);
  for (const text of FOREIGN) await agentSays(world.backend, '2203', text);
  await until(async () => (await device.text()).includes('__proto__'));
  await look(device);
  const issues = db
    .all('SELECT issue_id FROM chat_issues WHERE user_id = 31')
    .map((row) => String(row['issue_id']));
  await visit(device, [
    `/${pages.tickets}`,
    ...issues.slice(0, 4).map((id) => `/${pages.ticket}?issue_id=${id}`),
  ]);
  await switchTo(device, pages.me);
  await look(device);
  expect(missed()).toEqual([]);
  expect(dialogs).toEqual([]);
  await expectCalm(device);
});

test('G3 texts of the staff’s backend and of the assistant are text on each of theirs', async () => {
  const [task_id, customer_id] = [taskOf(world), customerOf(world)];
  plant(world);
  const device = await world.open({ path: pages.me });
  const dialogs = countDialogs(device.page);
  await signInAsStaff(device, staffAccounts.coach);
  await look(device);
  await switchTo(device, staffPages.tasks);
  await device.see('#body');
  await look(device);
  answering(world, FOREIGN.join('\n\n'));
  await go(
    device,
    `/${staffPages.assistantChat}?context_type=general&title=${encodeURIComponent(FOREIGN[2] ?? '')}`,
  );
  await asked(device, FOREIGN.slice(0, 12).join(' '));
  await untilTail(device, 'whole');
  await look(device);
  await visit(device, [
    `/${staffPages.assistantChats}`,
    `/${staffPages.task}?id=${task_id}`,
    `/${staffPages.notes}`,
  ]);
  await switchTo(device, pages.me);
  await visit(device, [
    `/${staffPages.performance}`,
    `/${staffPages.records}`,
    `/${staffPages.customers}`,
    `/${staffPages.customer}?customer_id=${customer_id}`,
    `/${staffPages.customerRecords}?customer_id=${customer_id}`,
    `/${staffPages.coach}?coach_id=1`,
  ]);
  await switchTo(device, pages.me);
  await signInAsStaff(device, staffAccounts.manager);
  await switchTo(device, staffPages.boards);
  for (const [board, board_text] of Object.entries({ coaches: '助教', customers: '客户', finance: '财务' })) {
    await device.page.evaluate(
      (url) => globalThis.__host?.navigation.reLaunch(url),
      `/${staffPages.boards}?board=${board}`,
    );
    await device.ready(staffPages.boards);
    await seeDeck(device, { board_text, state: 'ready' });
    await look(device);
  }
  await switchTo(device, pages.me);
  await signInAsStaff(device, staffAccounts.rejected);
  await go(device, `/${staffPages.entrance}`);
  await look(device);
  expect(missed()).toEqual([]);
  expect(dialogs).toEqual([]);
  await expectCalm(device);
});

test('G3 and at the desk and the panel of the backend', async () => {
  plant(world);
  const { page, problems } = await openDesk(world.browser, world.backend.url);
  const dialogs = countDialogs(page);
  const sees = async (): Promise<void> => {
    seen += seenOf(await page.locator('body').innerText());
    expect(await traces(page)).toEqual([]);
  };
  const queue = page.locator('#queue li');
  await queue.first().waitFor();
  await sees();
  for (let at = 0; at < Math.min(4, await queue.count()); at += 1) {
    await queue.nth(at).click();
    await page.locator('.lines .bubble').first().waitFor();
    await sees();
  }
  await page.locator('[data-tab=staff]').click();
  await page.locator('#members li').first().waitFor();
  await sees();
  await page.goto(`${world.backend.url}/dev`);
  await page.locator('#state:not(:empty)').waitFor({ state: 'attached' });
  for (const details of await page.locator('details').all())
    await details.evaluate((node) => node.setAttribute('open', ''));
  await sees();
  expect(seen).toContain(seenOf(FOREIGN[2] ?? ''));
  expect(dialogs).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('G3 the look finds what the same texts make of a page that reads them as HTML', async () => {
  const page = await world.browser.newPage();
  await page.setContent('<p>1</p>');
  expect(await traces(page)).toEqual([]);
  await page.evaluate(
    (html) => void (document.body.innerHTML = html),
    `${FOREIGN.slice(1, 14).join('')}1337`,
  );
  await page.waitForFunction(() => '__xss' in window);
  const found = await traces(page);
  expect(found.slice(0, 3)).toEqual(['a script ran', 'a style took hold', 'a template was worked out']);
  expect(found.some((html) => html.startsWith('<a data-xss'))).toBe(true);
  await page.close();
});
