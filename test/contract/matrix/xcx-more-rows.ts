// Performance, customers, boards and the configuration.
import { api, nothing, row } from './row';
import type { Row, World } from './row';
import { notApproved } from './xcx-rows';

interface Month {
  year: number;
  month: number;
}

const FIRST = { page: 1, pageSize: 20 };
const FIRST_RECORDS = { page: 1, page_size: 20 };
const month = (): Month => {
  const beijing = new Date(Date.now() + 8 * 3_600_000);
  return { year: beijing.getUTCFullYear(), month: beijing.getUTCMonth() + 1 };
};

/** The customers of a coach's tasks; a task may lack what is optional, its customer's id too. */
async function* customersOf({ core, staff }: World): AsyncGenerator<string> {
  const { items } = await core.xcx.api.tasks.tasks({ ...FIRST });
  for (const { id } of items) {
    const { customer_id } = await staff.task.task(id);
    if (customer_id !== undefined) yield customer_id;
  }
}

async function customer(world: World): Promise<string> {
  for await (const id of customersOf(world)) return id;
  throw new Error('no task names a customer');
}

/** This month and the one before it, on whose first day this one is still empty. */
function lately(): readonly Month[] {
  const { year, month: now } = month();
  return [{ year, month: now }, now === 1 ? { year: year - 1, month: 12 } : { year, month: now - 1 }];
}

/** A month in which the coach has worked. */
async function worked({ staff }: World): Promise<Month> {
  for (const when of lately()) {
    const { date_groups } = await staff.performance.records({ ...when, ...FIRST_RECORDS });
    if (date_groups.length > 0) return when;
  }
  throw new Error('nobody has worked');
}

/** A customer who was served lately, more than once and at a table, and the month of it. */
async function served(world: World): Promise<Month & { id: string }> {
  for await (const id of customersOf(world)) {
    for (const when of lately()) {
      const { records, tables } = await world.staff.customers.records(id, { ...when, page: 1 });
      if (records.length > 1 && tables.length > 0) return { id, ...when };
    }
  }
  throw new Error('nobody was served');
}

const coaches = { sort: 'perf_desc', skill: 'ALL', time: 'month' } as const;
const customers = { dimension: 'recall', project: 'ALL', ...FIRST } as const;
const finance = { time: 'month', area: 'all', compare: true } as const;

/** A month in which nobody worked. */
const NEVER = { year: 2000, month: 1 };

const figures: Row[] = [
  row({
    route: 'performance',
    lenient: true,
    prepare: nothing,
    call: ({ staff }) => staff.performance.overview(month()),
    success: { total_hours: expect.any(Number) as unknown, income_items: expect.any(Array) as unknown },
    empty: {
      run: async (world) => (await world.as('demo-empty')).staff.performance.overview(month()),
      reply: { total_hours: 0, this_month_records: [] },
    },
    refusals: [
      notApproved(({ staff }) => staff.performance.overview(month())),
      {
        name: 'no such month',
        run: ({ staff }) => staff.performance.overview({ year: 2026, month: 13 }),
        failure: api(422, '422'),
      },
    ],
    without: ['ids', 'enumerations'],
    // Its records come by day there, and are read one by one.
    deployed: { without: [], unread: true, renamed: { this_month_records: null, count: 'visits' } },
  }),
  row({
    route: 'performance_records',
    prepare: worked,
    call: ({ staff }, when) => staff.performance.records({ ...when, ...FIRST_RECORDS }),
    success: { has_more: expect.any(Boolean) as unknown, summary: expect.any(Object) as unknown },
    empty: {
      run: ({ staff }) => staff.performance.records({ ...NEVER, ...FIRST_RECORDS }),
      reply: { date_groups: [], has_more: false },
    },
    list: (value) => (value as { date_groups: unknown[] }).date_groups,
    refusals: [
      notApproved(({ staff }) => staff.performance.records({ ...month(), ...FIRST_RECORDS })),
      {
        name: 'too big a page',
        run: ({ staff }) => staff.performance.records({ ...month(), page: 1, page_size: 101 }),
        failure: api(422, '422'),
      },
    ],
  }),
  row({
    route: 'customer',
    prepare: customer,
    call: ({ staff }, id) => staff.customers.customer(id),
    success: { name: expect.any(String) as unknown, consumption_records: expect.any(Array) as unknown },
    refusals: [
      { name: 'nobody', run: ({ staff }) => staff.customers.customer('99999999'), failure: api(404, '404') },
      notApproved(({ staff }) => staff.customers.customer('1')),
    ],
    deployed: { renamed: { table_name: 'table', total_amount: 'amount', recharge_amount: 'amount' } },
  }),
  row({
    route: 'customer_records',
    prepare: served,
    call: ({ staff }, { id, ...when }) => staff.customers.records(id, { ...when, page: 1 }),
    success: { has_more: expect.any(Boolean) as unknown, records: expect.any(Array) as unknown },
    empty: {
      run: async (world) => world.staff.customers.records(await customer(world), { ...NEVER, page: 1 }),
      reply: { records: [], has_more: false },
    },
    list: (value) => (value as { records: unknown[] }).records,
    refusals: [
      {
        name: 'nobody',
        run: ({ staff }) => staff.customers.records('99999999', { ...month(), page: 1 }),
        failure: api(404, '404'),
      },
    ],
  }),
];

const boards: Row[] = [
  row({
    route: 'coach_board',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.boards.coaches(coaches),
    success: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) as unknown })]),
    list: (value) => value as unknown[],
    refusals: [
      notApproved(({ core }) => core.xcx.api.boards.coaches(coaches)),
      {
        name: 'no such order',
        run: ({ core }) => core.xcx.api.boards.coaches({ ...coaches, sort: 'luck' as 'perf_desc' }),
        failure: api(422, '422'),
      },
    ],
  }),
  row({
    route: 'customer_board',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.boards.customers(customers),
    success: { items: expect.any(Array) as unknown, page: 1 },
    empty: {
      run: ({ core }) => core.xcx.api.boards.customers({ ...customers, page: 999 }),
      reply: { items: [] },
    },
    list: (value) => (value as { items: unknown[] }).items,
    refusals: [
      notApproved(({ core }) => core.xcx.api.boards.customers(customers)),
      {
        name: 'no such dimension',
        run: ({ core }) => core.xcx.api.boards.customers({ ...customers, dimension: 'luck' as 'recall' }),
        failure: api(422, '422'),
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'finance_board',
    as: 'demo-manager',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.boards.finance(finance),
    success: expect.arrayContaining([expect.objectContaining({ value: expect.any(Number) as unknown })]),
    refusals: [
      {
        name: 'not for coaches',
        run: async (world) => (await world.as('demo-coach')).core.xcx.api.boards.finance(finance),
        failure: api(403, '403'),
      },
    ],
    without: ['ids'],
    // Panels are read as metrics: what is broken in one is left out.
    deployed: { without: ['ids', 'enumerations'] },
  }),
  row({
    route: 'skill_types',
    prepare: nothing,
    call: ({ core }) => core.xcx.api.config.skillTypes(),
    success: expect.arrayContaining([expect.objectContaining({ value: expect.any(String) as unknown })]),
    list: (value) => value as unknown[],
    refusals: [notApproved(({ core }) => core.xcx.api.config.skillTypes())],
    without: ['ids', 'enumerations'],
  }),
];

export const moreStaffRows: readonly Row[] = [...figures, ...boards];
