// D4: a coach's month, as its page shows it, equals the backend's stored figures; its charts are drawn, and are also
// given in words.
import type { Device } from '../../preview/playwright';
import type { Profile } from '../../backend';
import { nodes } from '../support/conversation';
import { onPerformance, onRecords, seeCharts } from '../support/scenes-performance';
import { staffAccounts, staffPages } from '../support/staff';
import { reaches } from '../preview/wait';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(180_000);

const COACH = 1;
const profiles: Profile[] = ['documented', 'deployed'];
/** Over the turn of the year: the store's books begin a year ago. */
const MONTHS = [0, 11];

interface Books {
  income: number;
  hours: number;
  raw: number;
  customers: number;
  count: number;
  days: number;
}

/** The month's figures by an SQL of the test's own. @param month `2026-11`, in Beijing */
function booksOf(month: string): Books {
  const beijing = (format: string): string =>
    `strftime('${format}', started_at / 1000, 'unixepoch', '+8 hours')`;
  const row = world.backend.db.one(
    `SELECT SUM(income) AS income, SUM(half_hours) / 2.0 AS hours, SUM(half_hours_raw) / 2.0 AS raw,
       COUNT(DISTINCT customer_id) AS customers, COUNT(*) AS count,
       COUNT(DISTINCT CASE WHEN half_hours > 0 THEN ${beijing('%d')} END) AS days
     FROM xcx_earnings WHERE coach_id = ${COACH} AND started_at <= ${world.backend.dev.now}
       AND ${beijing('%Y-%m')} = '${month}'`,
  );
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Number(value)]),
  ) as unknown as Books;
}

const dataOf = async (device: Device): Promise<Record<string, unknown>> =>
  (await device.data()) as Record<string, unknown>;

/** Goes so many months back, and waits until that month stands. @returns `2025-12` */
async function goBack(device: Device, months: number): Promise<string> {
  for (let at = 0; at < months; at += 1) {
    // A tap ends where it began: what stands under the finger must not go while the month arrives.
    await until(async () => (await dataOf(device))['state'] === 'ready');
    await until(async () => (await dataOf(device))['days_state'] !== 'loading');
    const before = (await dataOf(device))['month_value'];
    await device.tap({ css: '[aria-label="上个月"]' });
    await until(async () => (await dataOf(device))['month_value'] !== before);
  }
  await until(async () => (await dataOf(device))['state'] === 'ready');
  await until(async () => (await dataOf(device))['days_state'] !== 'loading');
  return String((await dataOf(device))['month_value']);
}

const yuan = (amount: number): string => `¥${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`;

describe.each(profiles)('%s', (profile) => {
  beforeEach(() => world.backend.dev.xcx.setProfile(profile));

  test.each(MONTHS)('D4 a month, %i before the present one, equals the books', async (back) => {
    const device = await onPerformance(world, {});
    const month = await goBack(device, back);
    const books = booksOf(month);
    expect(books.count).toBeGreaterThan(10);
    const shown = {
      income: yuan(books.income),
      hours: String(books.hours),
      customers: String(books.customers),
      is_estimate: back === 0,
      records_more: `全部 ${books.count} 条`,
      days_sentence: expect.stringMatching(`^上班 ${books.days} 天，`) as unknown,
    };
    // The records are read apart from the figures.
    await reaches(() => dataOf(device), expect.objectContaining(shown));
    await expectCalm(device);
  });

  test.each(MONTHS)('D4 its records, %i months before, equal the books, day by day', async (back) => {
    const device = await onRecords(world, {});
    const month = await goBack(device, back);
    const books = booksOf(month);
    // Rows far from the view are not on the page: what stands below the list tells how many were read.
    await until(async () => {
      const { footer_text, footer_action } = await dataOf(device);
      if (footer_action === true) await device.tap({ text: /点此加载更多/ });
      return footer_text === `共 ${books.count} 条记录`;
    });
    const shown = {
      income: yuan(books.income),
      hours: String(books.hours),
      hours_raw: books.raw === books.hours ? '' : `折前 ${books.raw}h`,
      count: String(books.count),
    };
    await reaches(() => dataOf(device), expect.objectContaining(shown));
    await expectCalm(device);
  });
});

/** What a canvas of the page holds: how many of its pixels have a colour (`r,g,b`), and its size. */
async function drawnOn(device: Device, at: number) {
  const canvas = (await device.frame()).locator('canvas').nth(at);
  return canvas.evaluate((node: HTMLCanvasElement) => {
    const { data } = node.getContext('2d')?.getImageData(0, 0, node.width, node.height) ?? { data: [] };
    const colours: Record<string, number> = {};
    for (let place = 0; place < data.length; place += 4) {
      if (data[place + 3] !== 255) continue;
      const colour = `${data[place]},${data[place + 1]},${data[place + 2]}`;
      colours[colour] = (colours[colour] ?? 0) + 1;
    }
    return { colours, width: node.width, ratio: node.width / node.getBoundingClientRect().width };
  });
}

const LIGHT = '10,108,112';
const DARK = '95,207,200';
const count = async (device: Device, at: number, colour: string): Promise<number> =>
  (await drawnOn(device, at)).colours[colour] ?? 0;

test('D4 ring and bars are drawn, as sharp as the screen, and anew in the other theme and at another width', async () => {
  const device = await onPerformance(world, { height: 1_200 });
  await seeCharts(device);
  const ratio = await device.page.evaluate(() => window.devicePixelRatio);
  for (const at of [0, 1]) {
    await until(async () => (await count(device, at, LIGHT)) > 500);
    expect((await drawnOn(device, at)).ratio).toBeCloseTo(ratio, 1);
  }
  await device.setTheme('dark');
  for (const at of [0, 1]) await until(async () => (await count(device, at, DARK)) > 500);
  expect(await count(device, 0, LIGHT)).toBe(0);
  const { width } = await drawnOn(device, 1);
  await device.page.setViewportSize({ width: 844, height: 1_200 });
  await until(async () => (await drawnOn(device, 1)).width > width * 1.5);
  await until(async () => (await count(device, 1, DARK)) > 500);
  await expectCalm(device);
});

test('D4 the words of the ring are there for screen readers when it is drawn', async () => {
  const device = await onPerformance(world, { height: 1_200 });
  await seeCharts(device);
  const group = (await device.frame()).getByRole('group', { name: '收入构成' });
  const { ring } = (await dataOf(device)) as { ring: { parts: { label: string; value_text: string }[] } };
  for (const { label, value_text } of ring.parts) {
    expect(await group.innerText()).toContain(label);
    expect(await group.innerText()).toContain(value_text);
  }
});

test('D4 the arrows end at the present month and two years before it', async () => {
  const device = await onPerformance(world, {});
  await device.see({ css: '[aria-label="下个月"][aria-disabled="true"]' });
  const month = await goBack(device, 24);
  expect(month).toBe(String((await dataOf(device))['month_first']));
  await device.see({ css: '[aria-label="上个月"][aria-disabled="true"]' });
  await device.tap({ css: '[aria-label="下个月"]' });
  await until(async () => (await dataOf(device))['can_go_back'] === true);
  await expectCalm(device);
});

test('D4 the charts’ package cannot be fetched: the words stand, and a tap tries again', async () => {
  const device = await world.open({ path: 'pages/me/me', height: 1_200 });
  await device.page.route('**/packages/charts.js*', (route) => route.abort());
  await onPerformance({ ...world, open: () => Promise.resolve(device) }, {});
  await device.see({ text: '图表没能加载' });
  await device.see({ text: /^基础课/ });
  await device.see({ text: /^上班 \d+ 天/ });
  await device.page.unroute('**/packages/charts.js*');
  await device.tap({ text: '重试' });
  await until(async () => (await count(device, 0, LIGHT)) > 500);
});

test('D4 a tap on a bar opens that day among the records', async () => {
  const device = await onPerformance(world, { height: 1_200 });
  await seeCharts(device);
  const { bars } = (await dataOf(device)) as { bars: { parts: { row_key: string; value: number }[] } };
  const at = bars.parts.findIndex(({ value }) => value > 0);
  const box = await (await device.frame()).locator('canvas').nth(1).boundingBox();
  const { width = 0, height = 0 } = box ?? {};
  const touch = (await device.frame()).locator('[class*="touch"]').nth(1);
  await touch.tap({ position: { x: ((at + 0.5) / bars.parts.length) * width, y: height - 30 } });
  await device.ready(staffPages.records);
  const day = bars.parts[at]?.row_key ?? '';
  await device.see({ css: `[id="d${day}"]` });
  await until(async () => {
    const head = await (await device.frame()).locator(`[id="d${day}"]`).boundingBox();
    const bar = await (await device.frame()).locator('[aria-label="月份"]').boundingBox();
    return head !== null && bar !== null && head.y >= bar.y + bar.height - 1 && head.y < 1_150;
  });
});

test('D4 a manager sees the store’s month, and a coach’s that was chosen', async () => {
  const device = await onPerformance(world, {}, staffAccounts.manager);
  await device.see({ text: '全店的收入' });
  await until(async () => ((await dataOf(device)) as { coaches: string[] }).coaches.length > 3);
  const other = await onPerformance(world, {}, staffAccounts.manager, `?coach_id=${COACH}`);
  const books = booksOf(String((await dataOf(other))['month_value']));
  await other.see({ text: yuan(books.income) });
  await expectCalm(other);
});

test('lesson 29: another coach’s month is refused to a coach, on a page that says so', async () => {
  const device = await onPerformance(world, {}, staffAccounts.coach, '?coach_id=2');
  await device.see({ text: '这一页没有开放给您' });
  const records = await onRecords(world, {}, staffAccounts.coach, '?coach_id=2');
  await records.see({ text: '这一页没有开放给您' });
});

/** What stands right below the month bar at this place: the day that its head says, and the day of the first record below it. */
async function dayInView(device: Device, top: number) {
  const frame = await device.frame();
  await frame.evaluate((y) => window.scrollTo(0, y), top);
  return frame.evaluate(() => {
    const bar = document.querySelector('[aria-label="月份"]')?.getBoundingClientRect().bottom ?? 0;
    const at = (y: number): Element | null => document.elementFromPoint(60, y);
    const head = at(bar + 18)?.closest('[class*="head"]')?.textContent ?? '';
    // The record that lies under the head's lower edge belongs to a day whose head is the last one before it.
    const row = at(bar + 40)?.closest('.row');
    const heads = [...document.querySelectorAll('[id^="d20"]')];
    const before = heads.filter(
      (one) => row && one.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return { head, day: row ? (before.at(-1)?.textContent ?? '') : head, is_row: row !== null };
  });
}

test('the head of the day stays in view wherever one scrolls, also in the middle of a day that goes on', async () => {
  const device = await onRecords(world, {}, staffAccounts.manager);
  await until(async () => (await dataOf(device))['state'] === 'ready');
  let rows = 0;
  // Within what is read already, chunks included whose first row is in the middle of a day.
  for (let top = 150; top < 2_400; top += 90) {
    await until(async () => {
      const { head, day, is_row } = await dayInView(device, top);
      if (is_row) rows += 1;
      return head !== '' && day.startsWith(head);
    });
  }
  expect(rows).toBeGreaterThan(10);
  await expectCalm(device);
});

test('D6 twelve months of the store’s records one after another: the page stays small, and shows the last month', async () => {
  const device = await onRecords(world, {}, staffAccounts.manager);
  await until(async () => (await dataOf(device))['state'] === 'ready');
  let most = 0;
  for (let month = 0; month < 12; month += 1) {
    await goBackQuickly(device);
    most = Math.max(most, await nodes(device));
  }
  const month = String((await dataOf(device))['month_value']);
  await until(async () => (await dataOf(device))['state'] !== 'loading');
  const { chunks } = (await dataOf(device)) as { chunks: { rows: { row_key: string }[] }[] };
  expect(chunks[0]?.rows[0]?.row_key ?? `d${month}`).toContain(`d${month}`);
  expect(most).toBeLessThan(1_000);
  await expectCalm(device);
});

/** One month back, without waiting for what is read. */
async function goBackQuickly(device: Device): Promise<void> {
  const before = (await dataOf(device))['month_value'];
  await device.tap({ css: '[aria-label="上个月"]' });
  await until(async () => (await dataOf(device))['month_value'] !== before);
}
