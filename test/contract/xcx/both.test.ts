// One client reads both profiles: the figures are the same, whichever words the backend uses.
import { createCustomersApi } from '../../../miniprogram/packages/staff/api/customers';
import { createPerformanceApi } from '../../../miniprogram/packages/staff/api/performance';
import { createTaskApi } from '../../../miniprogram/packages/staff/api/task';
import { createNotesApi } from '../../../miniprogram/packages/staff/api/notes';
import type { ClientCore } from '../../support/client-core';
import { useStaff } from './kit';

const kit = useStaff('documented');
const FIRST = { page: 1, pageSize: 100 };
const monthOf = (at: number) => {
  const beijing = new Date(at + 8 * 3_600_000);
  return { year: beijing.getUTCFullYear(), month: beijing.getUTCMonth() + 1 };
};
const thisMonth = () => monthOf(kit.backend.clock.now());

/** The ways in which the backend can speak; `march` is the deployed one with its oldest words. */
const WAYS = ['documented', 'deployed', 'march'] as const;

async function inEachWay<T>(read: () => Promise<T>): Promise<T[]> {
  const said: T[] = [];
  for (const way of WAYS) {
    kit.backend.dev.xcx.setProfile(way === 'documented' ? way : 'deployed');
    kit.backend.dev.xcx.setQuirks({ revision: way === 'march' ? 'march' : 'may' });
    said.push(await read());
  }
  return said;
}

beforeEach(() => kit.backend.dev.xcx.setProfile('documented'));

/** The documented reply is a part of what is read in every other way. */
async function expectSame<T extends object>(read: () => Promise<T>): Promise<void> {
  const [documented, ...others] = await inEachWay(read);
  for (const other of others) expect(other).toMatchObject(documented as Record<string, unknown>);
}

test('who is signed in', async () => {
  const core = await kit.staff();
  await expectSame(() => core.xcx.api.auth.me());
});

test('tasks: the same ones in the same order; of walk-ins the name is not known', async () => {
  const core = await kit.staff();
  const [documented, deployed, march] = await inEachWay(() => core.xcx.api.tasks.tasks(FIRST));
  if (documented === undefined || deployed === undefined || march === undefined)
    throw new Error('three ways');
  const walkIns = deployed.items.filter(({ is_scattered }) => is_scattered === true);
  expect(walkIns.length).toBeGreaterThan(0);
  expect(walkIns.every(({ customer_name }) => customer_name === '')).toBe(true);
  documented.items.forEach((item, at) => {
    const { customer_name, status, ...same } = item;
    expect(deployed.items[at]).toMatchObject(same);
    expect(march.items[at]).toMatchObject(same);
    const other = deployed.items[at];
    if (other?.is_scattered !== true) expect(other?.customer_name).toBe(customer_name);
    expect([status, 'inactive']).toContain(other?.status);
  });
  expect(deployed.performance).toMatchObject(documented.performance);
  expect(deployed.performance.tier_nodes).toEqual([0, 40, 80, 120]);
  expect([deployed.total, deployed.has_more]).toEqual([documented.total, undefined]);
  expect([march.page, march.has_more]).toEqual([null, false]);
});

test('a task with everything around it', async () => {
  const core = await kit.staff();
  const { items } = await core.xcx.api.tasks.tasks(FIRST);
  // A task with every optional field, whose customer is no walk-in.
  kit.backend.dev.xcx.setProfile('deployed');
  const seen = await core.xcx.api.tasks.tasks(FIRST);
  const { id = '' } =
    items.find((item, at) => Number(item.id) % 6 < 4 && seen.items[at]?.is_scattered !== true) ?? {};
  const [documented, deployed, march] = await inEachWay(() => createTaskApi(core.xcx.client).task(id));
  const { service_records = [], customer_phone, notes = [], ...same } = documented ?? {};
  expect(deployed).toMatchObject(same);
  expect(deployed?.service_records.map(({ type_class }) => type_class)).toEqual(
    service_records.map(({ type_class }) => type_class),
  );
  expect(customer_phone).toBeDefined();
  expect(deployed?.notes.map(({ id: note }) => note)).toEqual(notes.map(({ id: note }) => note));
  expect(march?.talking_points).toEqual([]);
});

test('a month of performance and its records', async () => {
  const core = await kit.staff();
  const perf = createPerformanceApi(core.xcx.client);
  const month = monthOf(kit.backend.clock.now() - 30 * 86_400_000);
  const [documented, deployed] = await inEachWay(() => perf.overview(month));
  const shared = ({ total_hours, total_income, total_customers }: NonNullable<typeof documented>) => ({
    ...{ total_hours, total_income, total_customers },
  });
  if (documented === undefined || deployed === undefined) throw new Error('two ways');
  expect(shared(deployed)).toEqual(shared(documented));
  expect(deployed.this_month_records.map(({ date, income }) => [date, income])).toEqual(
    documented.this_month_records.map(({ date, income }) => [date, income]),
  );
  const visits = ({ regular_customers }: typeof documented) =>
    regular_customers.map((one) => one.visits).sort();
  expect(visits(deployed)).toEqual(visits(documented));
  expect(deployed.regular_customers.every(({ income = -1 }) => income >= 0)).toBe(true);
  await expectSame(async () => {
    const { summary, date_groups, has_more } = await perf.records({ ...month, page: 1, page_size: 20 });
    const days = date_groups.map(({ date, total_income, records }) => ({
      ...{ date, total_income },
      records: records.map(({ id, income, hours }) => ({ id, income, hours })),
    }));
    return { summary, days, has_more };
  });
});

async function ownCustomer(core: ClientCore): Promise<string> {
  const board = { dimension: 'loyal', project: 'ALL' } as const;
  const { items } = await core.xcx.api.boards.customers({ ...board, ...FIRST });
  return items[0]?.id ?? '';
}

test('a customer: what was spent is the same, told in more words', async () => {
  const core = await kit.staff();
  const id = await ownCustomer(core);
  const customers = createCustomersApi(core.xcx.client);
  const [documented, deployed] = await inEachWay(() => customers.customer(id));
  if (documented === undefined || deployed === undefined) throw new Error('two ways');
  const { consumption_records, retention_clues, ...same } = documented;
  expect(deployed).toMatchObject(same);
  expect(retention_clues.length).toBe(deployed.retention_clues.length);
  const brief = (records: typeof consumption_records) =>
    records.map((record) => [record.id, record.date, record.amount, record.duration]);
  // A recharge lasts no time; the running system says so by nothing.
  const lasting = consumption_records.filter(({ type_class }) => type_class !== 'recharge');
  const deployedLasting = deployed.consumption_records.filter(({ type_class }) => type_class !== 'recharge');
  expect(brief(deployedLasting)).toEqual(brief(lasting));
  expect(deployed).toMatchObject({
    days_since_visit: expect.any(Number) as unknown,
    consumption60d: expect.any(Number) as unknown,
    ai_insight: { strategies: expect.any(Array) as unknown },
    coach_tasks: expect.any(Array) as unknown,
    favorite_coaches: expect.any(Array) as unknown,
  });
  await expectSame(async () => {
    const page = await customers.records(id, { ...thisMonth(), page: 1 });
    return { tables: page.tables, records: page.records.map(({ date, income }) => ({ date, income })) };
  });
});

test('boards of coaches and customers', async () => {
  const core = await kit.staff('demo-manager');
  const sorted = { sort: 'perf_desc', time: 'month' } as const;
  const [documented = [], deployed = []] = await inEachWay(() =>
    core.xcx.api.boards.coaches({
      ...sorted,
      skill: kit.backend.dev.xcx.quirks.revision === 'march' ? ('all' as 'ALL') : 'ALL',
    }),
  );
  expect(deployed).toMatchObject(documented);
  const board = { dimension: 'spend60', project: 'ALL', page: 1, pageSize: 20 } as const;
  kit.backend.dev.xcx.setQuirks({ revision: 'may' });
  const there = await core.xcx.api.boards.customers(board);
  kit.backend.dev.xcx.setProfile('documented');
  const here = await core.xcx.api.boards.customers(board);
  expect(there.items.map(({ id, total_spend }) => [id, total_spend])).toEqual(
    here.items.map(({ id, total_spend }) => [id, total_spend]),
  );
});

test('own notes and conversations', async () => {
  const core = await kit.staff();
  const notes = createNotesApi(core.xcx.client);
  await expectSame(() => notes.notes({ page: 1, pageSize: 20 }).then(({ items }) => items));
  await expectSame(async () => {
    const { items } = await kit.assistant(core).chats({ page: 1, pageSize: 20 });
    return items.map(({ id, last_message, last_time }) => ({ id, last_message, last_time }));
  });
});
