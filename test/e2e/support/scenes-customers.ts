// The list of customers, one customer, and the services given to them, in each of their main states.
import type { Device, OpenOptions } from '../../preview/playwright';
import { go } from './journeys';
import type { Scene } from './scene';
import { enterAsStaff, staffAccounts, staffPages } from './staff';
import { until } from './until';
import type { World } from './world';

const LONG_NAME = '欧阳震华与他的周末九球俱乐部老友们';

type Data = Record<string, unknown>;

/** What the page on top shows. */
export const shownBy = async (device: Device): Promise<Data> => (await device.data()) as Data;

/** Waits until the page on top is in this state. */
export const inState = (device: Device, state: string): Promise<void> =>
  until(async () => (await shownBy(device))['state'] === state);

const deployed = (world: World): void => world.backend.dev.xcx.setProfile('deployed');

const failing = (world: World, path: string): void =>
  world.backend.dev.xcx.fail({ status: 500, count: 1_000, prefix: `/api/xcx/${path}` });

/** Opens the list in this state. */
export async function onCustomers(
  world: World,
  options: OpenOptions,
  openid: string = staffAccounts.coach,
  state = 'ready',
): Promise<Device> {
  const device = await enterAsStaff(world, options, openid);
  await go(device, `/${staffPages.customers}`);
  await inState(device, state);
  return device;
}

export const SEARCH = { css: 'wx-input[aria-label="在已加载的客户中搜索"]' };

const list: Record<string, Scene> = {
  'customers content': (world, options) => {
    deployed(world);
    return onCustomers(world, options);
  },
  'customers searched': async (world, options) => {
    const device = await onCustomers(world, options, staffAccounts.manager);
    await device.see({ text: '全部项目' });
    await device.type(SEARCH, '小');
    await device.see({ text: '继续加载再找' });
    return device;
  },
  'customers nothing': async (world, options) => {
    const device = await onCustomers(world, options);
    await device.type(SEARCH, '没有这样的');
    await device.see({ text: /^没有找到/ });
    return device;
  },
  'customers long names': (world, options) => {
    deployed(world);
    world.backend.db.run(
      'UPDATE xcx_customers SET name = ?, tags = \'["喜欢安静的角落","斯诺克"]\'',
      LONG_NAME,
    );
    return onCustomers(world, options);
  },
  'customers empty': (world, options) => onCustomers(world, options, staffAccounts.empty, 'empty'),
  'customers error': (world, options) => {
    failing(world, 'board');
    return onCustomers(world, options, staffAccounts.coach, 'failed');
  },
  'customers offline': async (world, options) => {
    const device = await onCustomers(world, options);
    await device.offline();
    await device.see({ text: /^网络不可用/ });
    return device;
  },
  'customers skeleton': async (world, options) => {
    const device = await enterAsStaff(world, options, staffAccounts.coach);
    world.backend.dev.latency(60_000);
    await go(device, `/${staffPages.customers}`);
    await device.see({ css: '[aria-label="正在加载"]' });
    return device;
  },
};

/** A customer whom the demo coach serves, with a phone, a name and services in this month, at more than one table. */
export function customerOf(world: World): string {
  const row = world.backend.db.one(
    `SELECT e.customer_id, COUNT(*) AS services FROM xcx_earnings e JOIN xcx_customers c USING (customer_id)
     WHERE e.coach_id = 1 AND e.course_class IN ('basic', 'vip') AND e.started_at > ?
       AND e.customer_id NOT IN (SELECT customer_id FROM xcx_walk_ins) AND c.joined_at < ?
     GROUP BY e.customer_id ORDER BY COUNT(DISTINCT e.table_id) DESC, services DESC, e.customer_id LIMIT 1`,
    world.backend.dev.now - 27 * 86_400_000,
    world.backend.dev.now - 40 * 86_400_000,
  );
  return String(row['customer_id']);
}

/** An own and the system's note on a customer; the first one rated. */
function noted(world: World, customer_id: string): void {
  const { db } = world.backend;
  db.run('DELETE FROM xcx_notes');
  const sql = `INSERT INTO xcx_notes (coach_id, user_id, target_type, target_id, tag_type, content,
    rating_service_willingness, rating_revisit_likelihood, created_at) VALUES (?, NULL, 'customer', ?, ?, ?, ?, ?, ?)`;
  const now = world.backend.clock.now();
  db.run(sql, 1, Number(customer_id), 'customer', '电话没人接，晚上再试。', 4, 3, now - 3_600_000);
  db.run(
    sql,
    null,
    Number(customer_id),
    'system',
    '召回任务已完成，转为客户回访。',
    null,
    null,
    now - 20 * 86_400_000,
  );
}

/** Opens a customer's page in this state. */
export async function openCustomer(device: Device, customer_id: string, state = 'ready'): Promise<void> {
  await go(device, `/${staffPages.customer}?customer_id=${customer_id}`);
  await inState(device, state);
}

/** The page, with all of its requests answered. */
async function onCustomer(
  world: World,
  options: OpenOptions,
  customer_id = customerOf(world),
  state = 'ready',
): Promise<Device> {
  const device = await enterAsStaff(world, options, staffAccounts.coach);
  await openCustomer(device, customer_id, state);
  if (state === 'ready') await until(async () => !(await device.text()).includes('正在读取…'));
  return device;
}

export async function onServices(
  world: World,
  options: OpenOptions,
  customer_id = customerOf(world),
  state = 'ready',
): Promise<Device> {
  const device = await enterAsStaff(world, options, staffAccounts.coach);
  await go(device, `/${staffPages.customerRecords}?customer_id=${customer_id}`);
  await inState(device, state);
  return device;
}

const LONG_TEXT =
  '上个月每周到店一到两次，最近因为项目赶工一直没有来，储值还有余额，适合先问近况，再约周末下午固定的那张靠窗球台';
const UNBROKEN = 'LIMITED-EDITION-ANNIVERSARY-COLLECTIBLE-SERIES-No.0123456789';

async function scrolled(device: Device, top: number): Promise<Device> {
  await (await device.frame()).evaluate((y) => document.scrollingElement?.scrollTo(0, y), top);
  return device;
}

const inFull = (world: World, options: OpenOptions): Promise<Device> => {
  deployed(world);
  noted(world, customerOf(world));
  return onCustomer(world, options);
};

const customer: Record<string, Scene> = {
  'customer content': inFull,
  'customer middle': async (world, options) => scrolled(await inFull(world, options), 700),
  'customer foot': async (world, options) => scrolled(await inFull(world, options), 99_999),
  'customer documented': (world, options) => onCustomer(world, options),
  'customer long texts': (world, options) => {
    deployed(world);
    const id = customerOf(world);
    noted(world, id);
    world.backend.db.run(
      'UPDATE xcx_customers SET name = ?, tags = ?',
      LONG_NAME,
      `["${LONG_TEXT}","斯诺克"]`,
    );
    world.rewrites.set(`/customers/${id}`, (data) => {
      Object.assign(data, { balance: 12_864_000, consumption60d: 12_864_000, memberLevel: LONG_NAME });
      for (const clue of data['retentionClues'] as Data[])
        Object.assign(clue, { text: LONG_TEXT, source: LONG_NAME, desc: UNBROKEN });
      for (const record of data['consumptionRecords'] as Data[])
        Object.assign(record, { totalAmount: 12_864_000, foodDetail: UNBROKEN, payMethod: LONG_NAME });
      for (const coach of data['favoriteCoaches'] as Data[]) coach['name'] = LONG_NAME;
      for (const task of data['coachTasks'] as Data[]) task['coachName'] = LONG_NAME;
    });
    return onCustomer(world, options);
  },
  'customer head failed': (world, options) => {
    deployed(world);
    const id = customerOf(world);
    world.rewrites.set(`/customers/${id}`, (data) => void delete data['id']);
    return onCustomer(world, options, id);
  },
  'customer gone': (world, options) => onCustomer(world, options, '99999999', 'gone'),
  'customer refused': (world, options) => onCustomer(world, options, foreignCustomer(world), 'no_permission'),
  'customer error': (world, options) => {
    failing(world, 'customers');
    return onCustomer(world, options, customerOf(world), 'failed');
  },
  'customer note sheet': async (world, options) => {
    const device = await onCustomer(world, options);
    await device.tap({ text: '写备注' });
    await device.type({ css: 'wx-textarea' }, '接了电话，说这周还在加班');
    await device.see({ text: '草稿已自动保存' });
    return device;
  },
};

const services: Record<string, Scene> = {
  'services content': (world, options) => {
    deployed(world);
    return onServices(world, options);
  },
  'services documented': (world, options) => onServices(world, options),
  'services empty': (world, options) => {
    deployed(world);
    return onServices(world, options, quietCustomer(world), 'empty');
  },
  'services error': (world, options) => {
    failing(world, 'customers');
    return onServices(world, options, customerOf(world), 'failed');
  },
};

/** A customer of the demo coach who had nothing for two months. */
export function quietCustomer(world: World): string {
  const row = world.backend.db.one(
    `SELECT customer_id FROM xcx_customers WHERE coach_id = 1
       AND customer_id NOT IN (SELECT customer_id FROM xcx_earnings WHERE started_at > ?)
       AND customer_id NOT IN (SELECT customer_id FROM xcx_walk_ins) ORDER BY customer_id LIMIT 1`,
    world.backend.dev.now - 60 * 86_400_000,
  );
  return String(row['customer_id']);
}

/** A customer of colleagues only. */
export function foreignCustomer(world: World): string {
  const row = world.backend.db.one(
    `SELECT customer_id FROM xcx_customers WHERE coach_id <> 1
       AND customer_id NOT IN (SELECT customer_id FROM xcx_earnings WHERE coach_id = 1)
       AND customer_id NOT IN (SELECT customer_id FROM xcx_walk_ins) ORDER BY customer_id LIMIT 1`,
  );
  return String(row['customer_id']);
}

export const customerScenes: Readonly<Record<string, Scene>> = { ...list, ...customer, ...services };
