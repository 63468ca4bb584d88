// D5: a customer, from the list, from a task and from the records: who they are, how to reach them, what they had, month by month.
import type { Profile } from '../../backend';
import type { Device } from '../../preview/playwright';
import { flashes, go } from '../support/journeys';
import {
  customerOf,
  foreignCustomer,
  inState,
  onCustomers,
  onServices,
  openCustomer,
  SEARCH,
  shownBy,
} from '../support/scenes-customers';
import { openTask } from '../support/scenes-task';
import { enterAsStaff, staffAccounts, staffPages } from '../support/staff';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(120_000);

const profiles: Profile[] = ['documented', 'deployed'];
const WORDS = { css: 'wx-textarea[aria-label="备注内容"]' };

interface Row {
  row_key: string;
  customer_id: string;
  name: string;
}

const rowsOf = async (device: Device): Promise<Row[]> =>
  ((await shownBy(device))['chunks'] as { rows: Row[] }[]).flatMap(({ rows }) => rows);

/** Whole number of the phone that a customer has. */
const phoneOf = (customer_id: string): string =>
  String(
    world.backend.db.one('SELECT phone FROM xcx_customers WHERE customer_id = ?', Number(customer_id))[
      'phone'
    ],
  );

/** What the books say of a coach's services to a customer. @param month `2026-11` */
function booksOf(
  customer_id: string,
  month: string,
  table = '',
): { count: number; courses: number; hours: number } {
  const row = world.backend.db.one(
    `SELECT COUNT(*) AS count, COUNT(CASE WHEN course_class IN ('basic', 'vip') THEN 1 END) AS courses,
       COALESCE(SUM(CASE WHEN course_class IN ('basic', 'vip') THEN half_hours END), 0) / 2.0 AS hours
     FROM xcx_earnings e LEFT JOIN xcx_tables t USING (table_id)
     WHERE coach_id = 1 AND customer_id = ? AND started_at <= ? AND (? = '' OR t.name = ?)
       AND strftime('%Y-%m', started_at / 1000, 'unixepoch', '+8 hours') = ?`,
    Number(customer_id),
    world.backend.dev.now,
    table,
    table,
    month,
  );
  return { count: Number(row['count']), courses: Number(row['courses']), hours: Number(row['hours']) };
}

/** Loads on until what is looked for is there, once. */
async function searchOn(device: Device): Promise<void> {
  await until(async () => {
    const { search_action, is_nothing } = await shownBy(device);
    if (is_nothing === true && search_action === '继续加载再找') await device.tap({ text: '继续加载再找' });
    return is_nothing === false;
  });
  await device.see({ text: /里找到 1 位$/ });
}

/** Who was here longest ago, of those whom both profiles know; given a name that nobody else has. */
function lastSeen(): string {
  const { db } = world.backend;
  const row = db.one(
    `SELECT customer_id FROM xcx_bills WHERE customer_id NOT IN (SELECT customer_id FROM xcx_walk_ins)
     GROUP BY customer_id ORDER BY MAX(started_at) LIMIT 1`,
  );
  db.run("UPDATE xcx_customers SET name = '欧阳不见' WHERE customer_id = ?", Number(row['customer_id']));
  return '欧阳不见';
}

describe.each(profiles)('%s', (profile) => {
  beforeEach(() => world.backend.dev.xcx.setProfile(profile));

  test('D5 from a task: the phone is masked until it is tapped, then copied and called, and written about', async () => {
    const customer_id = customerOf(world);
    const phone = phoneOf(customer_id);
    world.backend.db.run('DELETE FROM xcx_notes');
    world.backend.db.run(
      "UPDATE xcx_tasks SET customer_id = ? WHERE task_id = (SELECT task_id FROM xcx_tasks WHERE coach_id = 1 AND status = 'pending' AND task_id % 6 < 4 LIMIT 1)",
      Number(customer_id),
    );
    const task = world.backend.db.one(
      "SELECT task_id FROM xcx_tasks WHERE coach_id = 1 AND customer_id = ? AND status = 'pending' AND task_id % 6 < 4",
      Number(customer_id),
    );
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    await openTask(device, String(task['task_id']));
    await device.tap({ css: 'wx-view.who' });
    await device.ready(staffPages.customer);
    await inState(device, 'ready');
    expect(await device.text()).not.toContain(phone);
    await device.tap({ css: '[aria-label="显示手机号"]' });
    await device.see({ text: phone });
    await device.page.evaluate(() => globalThis.__host?.setPrivacy?.(true));
    await flashes(device, '[aria-label="已复制"]', () => device.tap({ css: '[aria-label="复制手机号"]' }));
    await device.tap({ css: '[aria-label$="打电话"]' });
    await device.page.getByText(`呼叫 ${phone}`).tap();
    await device.tap({ text: '记一条备注' });
    await device.type(WORDS, '约了周六');
    await device.tap({ text: '保存备注' });
    await device.see({ text: '约了周六' });
    const note = world.backend.db.one('SELECT target_type, target_id FROM xcx_notes');
    expect([note['target_type'], String(note['target_id'])]).toEqual(['customer', customer_id]);
    await device.tap({ css: '[aria-label="删除备注"]' });
    await device.see({ text: '撤销' });
    await until(() => world.backend.db.all('SELECT 1 FROM xcx_notes').length === 0);
    await expectCalm(device);
  });

  test('D5 from the list: a search goes on until somebody is found, who then opens', async () => {
    const device = await onCustomers(world, {}, staffAccounts.manager);
    await device.tap({ text: '最近到店' });
    await until(async () => (await shownBy(device))['dimension'] === 'recent');
    await inState(device, 'ready');
    const wanted = lastSeen();
    await device.type(SEARCH, wanted);
    await device.see({ text: '已加载 50 位里找到 0 位' });
    await searchOn(device);
    await device.tap({ text: wanted });
    await device.ready(staffPages.customer);
    await inState(device, 'ready');
    await device.see({ text: wanted });
    await expectCalm(device);
  });

  test('D5 the records equal the books, by month and by table', async () => {
    const customer_id = customerOf(world);
    const device = await onServices(world, {}, customer_id);
    for (const back of [0, 1]) {
      if (back > 0) {
        const before = (await shownBy(device))['month_value'];
        await device.tap({ css: '[aria-label="上个月"]' });
        await until(async () => (await shownBy(device))['month_value'] !== before);
      }
      await until(async () => ['ready', 'empty'].includes(String((await shownBy(device))['state'])));
      const data = await shownBy(device);
      const books = booksOf(customer_id, String(data['month_value']));
      await until(async () => (await rowsOf(device)).length === Math.min(20, books.count));
      const figures = (await shownBy(device))['figures'] as { value: string; unit: string }[];
      expect(figures.slice(0, 2).map(({ value }) => value)).toEqual(
        profile === 'deployed' ? [String(books.courses), String(books.hours)] : [],
      );
    }
    const before = (await shownBy(device))['month_value'];
    await device.tap({ css: '[aria-label="下个月"]' });
    await until(async () => (await shownBy(device))['month_value'] !== before);
    await inState(device, 'ready');
    const { tables, month_value } = (await shownBy(device)) as {
      tables: { text: string }[];
      month_value: string;
    };
    const table = tables[1]?.text ?? '';
    await device.tap({ css: `[aria-checked="false"]:has-text("${table}")` });
    const { count } = booksOf(customer_id, month_value, table);
    expect(count).toBeGreaterThan(0);
    await until(
      async () => (await rowsOf(device)).length === count && (await shownBy(device))['state'] === 'ready',
    );
    await expectCalm(device);
  });

  test('D5 lesson 29: another’s customer is refused on both pages, which say so and lead back', async () => {
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    const customer_id = foreignCustomer(world);
    for (const page of [staffPages.customer, staffPages.customerRecords]) {
      await go(device, `/${page}?customer_id=${customer_id}`);
      await device.see({ text: '这一页没有开放给您' });
      await device.tap({ text: '返回' });
      await device.ready('pages/me/me');
    }
    await expectCalm(device);
  });
});

test('D5 lesson 28: a walk-in has a line and no link, and their address leads nowhere', async () => {
  world.backend.dev.xcx.setProfile('deployed');
  world.backend.db.run(
    `UPDATE xcx_customers SET tags = '["散客","只来过夜场"]' WHERE customer_id = (SELECT customer_id FROM xcx_walk_ins
       JOIN xcx_visits USING (customer_id) GROUP BY customer_id ORDER BY MAX(started_at) DESC LIMIT 1)`,
  );
  const device = await onCustomers(world, {}, staffAccounts.manager);
  await device.tap({ text: '最近到店' });
  await device.type(SEARCH, '只来过夜场');
  await searchOn(device);
  const [walkIn] = await rowsOf(device);
  expect(walkIn).toMatchObject({ name: '散客', customer_id: '' });
  await device.tap({ text: '只来过夜场' });
  expect(await device.route()).toBe(staffPages.customers);
  await go(device, `/${staffPages.customer}?customer_id=${walkIn?.row_key ?? ''}`);
  await device.see({ text: '没有这位客户的档案' });
  await expectCalm(device);
});

test('D5 lesson 30: the records stand where the head fails, and a retry brings it', async () => {
  world.backend.dev.xcx.setProfile('deployed');
  const customer_id = customerOf(world);
  world.rewrites.set(`/customers/${customer_id}`, (data) => void delete data['id']);
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await openCustomer(device, customer_id);
  await device.see({ text: '没能加载资料、线索和消费记录' });
  await device.see({ text: '按月查看' });
  world.rewrites.clear();
  await device.tap({ css: '[aria-label="重试，客户资料"]' });
  await device.see({ text: '消费记录' });
  await device.tap({ text: '按月查看' });
  await device.ready(staffPages.customerRecords);
  await inState(device, 'ready');
  await expectCalm(device);
});

test('D5 a record of the month opens its customer', async () => {
  world.backend.dev.xcx.setProfile('deployed');
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await go(device, `/${staffPages.records}`);
  await inState(device, 'ready');
  const [row] = (await rowsOf(device)).filter(({ customer_id }) => (customer_id ?? '') !== '');
  await device.tap({ text: row?.name ?? 'nobody has a link' });
  await device.ready(staffPages.customer);
  await inState(device, 'ready');
  await expectCalm(device);
});
