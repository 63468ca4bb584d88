// Performance, customers, boards, the assistant and the configuration.
import { api, nothing, row } from './row';
import type { Row, World } from './row';
import { notApproved, openTask } from './xcx-rows';

const FIRST = { page: 1, pageSize: 20 };
const month = (): { year: number; month: number } => {
  const beijing = new Date(Date.now() + 8 * 3_600_000);
  return { year: beijing.getUTCFullYear(), month: beijing.getUTCMonth() + 1 };
};

async function customer(world: World): Promise<string> {
  const { customer_id } = await world.staff.task.task(await openTask(world));
  if (customer_id === undefined) throw new Error('the task names no customer');
  return customer_id;
}

/** A customer who was served lately, and the month of it. */
async function served(world: World): Promise<{ id: string; year: number; month: number }> {
  const { year, month: now } = month();
  const before = now === 1 ? { year: year - 1, month: 12 } : { year, month: now - 1 };
  const { items } = await world.core.xcx.tasks.tasks({ ...FIRST });
  for (const { id: task } of items) {
    const { customer_id } = await world.staff.task.task(task);
    if (customer_id === undefined) continue;
    for (const when of [{ year, month: now }, before]) {
      const { records } = await world.staff.customers.records(customer_id, { ...when, page: 1 });
      if (records.length > 0) return { id: customer_id, ...when };
    }
  }
  throw new Error('nobody was served');
}

const coaches = { sort: 'perf_desc', skill: 'ALL', time: 'month' } as const;
const customers = { dimension: 'recall', project: 'ALL', ...FIRST } as const;
const finance = { time: 'month', area: 'all', compare: true } as const;
const question = { content: '这个月做了多少小时？', context_type: 'general' } as const;

async function chat({ staff }: World): Promise<string> {
  const { chat_id } = await staff.assistant.ask(question);
  if (chat_id === undefined) throw new Error('no conversation began');
  return chat_id;
}

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
  }),
  row({
    route: 'performance_records',
    prepare: nothing,
    call: ({ staff }) => staff.performance.records({ ...month(), page: 1, page_size: 20 }),
    success: { has_more: expect.any(Boolean) as unknown, summary: expect.any(Object) as unknown },
    empty: {
      run: ({ staff }) => staff.performance.records({ ...NEVER, page: 1, page_size: 20 }),
      reply: { date_groups: [], has_more: false },
    },
    refusals: [
      notApproved(({ staff }) => staff.performance.records({ ...month(), page: 1, page_size: 20 })),
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
    call: ({ core }) => core.xcx.boards.coaches(coaches),
    success: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) as unknown })]),
    refusals: [
      notApproved(({ core }) => core.xcx.boards.coaches(coaches)),
      {
        name: 'no such order',
        run: ({ core }) => core.xcx.boards.coaches({ ...coaches, sort: 'luck' as 'perf_desc' }),
        failure: api(422, '422'),
      },
    ],
  }),
  row({
    route: 'customer_board',
    prepare: nothing,
    call: ({ core }) => core.xcx.boards.customers(customers),
    success: { items: expect.any(Array) as unknown, page: 1 },
    empty: {
      run: ({ core }) => core.xcx.boards.customers({ ...customers, page: 999 }),
      reply: { items: [] },
    },
    refusals: [
      notApproved(({ core }) => core.xcx.boards.customers(customers)),
      {
        name: 'no such dimension',
        run: ({ core }) => core.xcx.boards.customers({ ...customers, dimension: 'luck' as 'recall' }),
        failure: api(422, '422'),
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'finance_board',
    as: 'demo-manager',
    prepare: nothing,
    call: ({ core }) => core.xcx.boards.finance(finance),
    success: expect.arrayContaining([expect.objectContaining({ value: expect.any(Number) as unknown })]),
    refusals: [
      {
        name: 'not for coaches',
        run: async (world) => (await world.as('demo-coach')).core.xcx.boards.finance(finance),
        failure: api(403, '403'),
      },
    ],
    without: ['ids'],
  }),
  row({
    route: 'skill_types',
    prepare: nothing,
    call: ({ core }) => core.xcx.config.skillTypes(),
    success: expect.arrayContaining([expect.objectContaining({ value: expect.any(String) as unknown })]),
    refusals: [notApproved(({ core }) => core.xcx.config.skillTypes())],
    without: ['ids', 'enumerations'],
  }),
];

const assistant: Row[] = [
  row({
    route: 'chats',
    prepare: chat,
    call: ({ staff }) => staff.assistant.chats(FIRST),
    success: {
      items: expect.arrayContaining([
        expect.objectContaining({ id: expect.any(String) as unknown }),
      ]) as unknown,
    },
    empty: {
      run: async (world) => (await world.as('demo-empty')).staff.assistant.chats(FIRST),
      reply: { items: [], total: 0 },
    },
    refusals: [notApproved(({ staff }) => staff.assistant.chats(FIRST))],
    without: ['enumerations'],
  }),
  row({
    route: 'chat_messages',
    prepare: chat,
    call: ({ staff }, id) => staff.assistant.messages(id, FIRST),
    success: { items: expect.arrayContaining([expect.objectContaining({ role: 'assistant' })]) as unknown },
    empty: {
      run: async (world) => world.staff.assistant.messages(await chat(world), { page: 99, pageSize: 20 }),
      reply: { items: [] },
    },
    refusals: [
      {
        name: 'another’s',
        run: ({ staff }) => staff.assistant.messages('99999999', FIRST),
        failure: api(404, '404'),
      },
    ],
  }),
  row({
    route: 'send_chat',
    prepare: chat,
    call: ({ staff }, chat_id) => staff.assistant.ask({ content: '还有呢？', chat_id }),
    success: { user_message: { content: '还有呢？' } },
    refusals: [
      {
        name: 'nothing asked',
        run: ({ staff }, chat_id) => staff.assistant.ask({ content: '', chat_id }),
        failure: api(422, '422'),
      },
      {
        name: 'another’s',
        run: ({ staff }) => staff.assistant.ask({ content: 'x', chat_id: '99999999' }),
        failure: api(404, '404'),
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'start_chat',
    prepare: nothing,
    call: ({ staff }) => staff.assistant.ask(question),
    success: { chat_id: expect.any(String) as unknown, user_message: { content: question.content } },
    refusals: [
      {
        name: 'about nothing there is',
        run: ({ staff }) =>
          staff.assistant.ask({ content: 'x', context_type: 'task', context_id: '99999999' }),
        failure: api(404, '404'),
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'stream_chat',
    prepare: nothing,
    call: ({ staff }) => staff.assistant.stream(question, () => undefined),
    success: { chat_id: expect.any(String) as unknown, user_message: { content: question.content } },
    refusals: [
      {
        name: 'broken off by the assistant',
        run: ({ backend, staff }) => {
          backend.dev.xcx.setQuirks({ stream: 'broken' });
          return staff.assistant.stream(question, () => undefined);
        },
        failure: api(503, '503'),
      },
      {
        name: 'nothing asked',
        run: ({ staff }) => staff.assistant.stream({ ...question, content: ' ' }, () => undefined),
        failure: api(422, '422'),
      },
    ],
    without: ['enumerations'],
  }),
];

export const moreStaffRows: readonly Row[] = [...figures, ...boards, ...assistant];
